import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FrameStream, type Received } from '../frame-stream.ts';
import type { FrameContent, Protocol, Session } from '../protocol.ts';

/** A device that has not logged in, on a clock of UTC. */
export const plainSession: Session = { deviceId: null, zoneMinutes: 0, udp: false, speaker: 'device' };

/** The frame as it comes back from a file of JSON. */
export const throughJson = (content: FrameContent): FrameContent => JSON.parse(JSON.stringify(content));

/** Frames written from their contents, after a way through JSON, are the same bytes. */
export function assertRoundTrip(protocol: Protocol, frame: Buffer, session = plainSession): void {
  const content = protocol.read(frame, session);
  assert.equal(protocol.write(throughJson(content), session).toString('latin1'), frame.toString('latin1'));
}

/** Everything that a stream gives for chunks, in order; it never keeps more than one unfinished frame. */
export function receive(protocol: Protocol, chunks: readonly Buffer[], session = plainSession): Received[] {
  const stream = new FrameStream(protocol, session);
  const received: Received[] = [];
  for (const chunk of chunks) {
    received.push(...stream.push(chunk));
    assert.ok(stream.rest.length <= protocol.longestFrame);
  }
  return received;
}

/** Splits bytes at the given places, in any order, beyond the end or twice. */
export function chunked(bytes: Buffer, borders: readonly number[]): Buffer[] {
  const places = [...new Set(borders.map((border) => border % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length));
}

const borders = fc.array(fc.nat(100_000), { maxLength: 20 });

/** Frames come out of a stream whatever its chunks, with noise between them that begins none. */
export function assertChunksDoNotMatter(
  protocol: Protocol,
  frame: fc.Arbitrary<Buffer>,
  noise: fc.Arbitrary<Buffer>,
): void {
  fc.assert(
    fc.property(fc.array(fc.tuple(noise, frame), { maxLength: 6 }), borders, (pairs, places) => {
      const received = receive(protocol, chunked(Buffer.concat(pairs.flat()), places));
      const frames = received.flatMap((item) => ('content' in item ? [item.bytes.toString('latin1')] : []));
      assert.deepEqual(
        frames,
        pairs.map(([, bytes]) => bytes.toString('latin1')),
      );
    }),
    { numRuns: 300 },
  );
}

/** Bytes that are nothing, frames damaged in a few places: faults or frames come out, nothing is thrown. */
export function assertSurvives(protocol: Protocol, frame: fc.Arbitrary<Buffer>, numRuns: number): void {
  const damaged = fc
    .tuple(
      fc.array(frame, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), { maxLength: 8 }),
    )
    .map(([frames, damages]) => {
      const bytes = Buffer.concat(frames);
      for (const [at, value] of damages) bytes[at % bytes.length] = value;
      return bytes;
    });
  const anything = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(fc.oneof(anything, damaged), borders, (bytes, places) => {
      for (const item of receive(protocol, chunked(bytes, places))) {
        if ('fault' in item) assert.ok(item.fault.offset >= 0 && item.fault.offset <= bytes.length);
        else assertRoundTrip(protocol, item.bytes);
      }
    }),
    { numRuns },
  );
}
