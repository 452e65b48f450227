import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FrameStream, type Received } from '../frame-stream.ts';
import type { Protocol, Session } from '../protocol.ts';

/**
 * Pushes bytes through a stream in chunks and takes all that comes out; checks what must hold of any bytes: it ends,
 * what it keeps is bounded, and only typed refusals come.
 * @param cuts lengths of the chunks, over and over
 * @source assumption: ours
 */
export function pushAll(
  protocol: Protocol,
  bytes: Buffer,
  cuts: readonly number[],
  session: Session,
): Received[] {
  const stream = new FrameStream(protocol, session);
  const received: Received[] = [];
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const end = at + Math.max(1, cuts[turn % cuts.length] ?? 1);
    received.push(...stream.push(bytes.subarray(at, end)));
    assert.ok(stream.rest.length <= protocol.longestFrame);
    at = end;
  }
  stream.end();
  return received;
}

/** Bytes of the frames among what came out, in hexadecimal. @source assumption: ours */
export const framesOf = (received: readonly Received[]): string[] =>
  received.flatMap((one) => ('bytes' in one ? [one.bytes.toString('hex')] : []));

/** Lengths of chunks, from one byte to more than a frame. @source assumption: ours */
export const chunkings = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 });

/** Frames with a few bytes changed, dropped or repeated, and bytes of no frame between them. @source assumption: ours */
export const damaged = (frame: fc.Arbitrary<Buffer>): fc.Arbitrary<Buffer> =>
  fc
    .array(
      fc.oneof(
        frame,
        fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
        fc.tuple(frame, fc.nat(), fc.integer({ min: 0, max: 255 })).map(([bytes, at, value]) => {
          const changed = Buffer.from(bytes);
          changed[at % changed.length] = value;
          return changed;
        }),
        fc.tuple(frame, fc.nat()).map(([bytes, at]) => bytes.subarray(0, at % bytes.length)),
        fc.tuple(frame, fc.nat()).map(([bytes, at]) => bytes.subarray(at % bytes.length)),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => Buffer.concat(parts));
