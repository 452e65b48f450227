import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decode } from './decode.ts';
import { FrameStream } from './frame-stream.ts';
import { type Frame, type Protocol, type ProtocolName, protocolNames, type Session } from './protocol.ts';
import { loadProtocol } from './protocols.ts';
import { bytesOf, type Vector, vectorsOf } from './testing/vectors.ts';

const RECEPTION = { accepted: true, serial: 0, now: Date.UTC(2026, 0, 1) };
const RUNS = 2_000;

const sessionOf = (protocol: Protocol, { variant = '', direction }: Vector): Session => ({
  deviceId: null,
  zoneMinutes: protocol.zoneMinutes,
  udp: variant.includes('udp'),
  speaker: direction.startsWith('server') ? 'server' : 'device',
});

/** All frames as bytes again, the login of one known to the next. */
function written(protocol: Protocol, frames: readonly Frame[], before: Session): Buffer {
  let session = before;
  const all = frames.map((frame) => {
    const bytes = protocol.write(frame, session);
    if (frame.kind === 'login' && frame.deviceId !== null) session = { ...session, deviceId: frame.deviceId };
    return bytes;
  });
  return Buffer.concat(all);
}

/** JT/T 808: the header's counter is the server's own, and the check byte follows it. */
function withoutCounter(hex: string): string {
  if (!hex.startsWith('7e80') && !hex.startsWith('7e81')) return hex;
  const bytes = Buffer.from(
    Buffer.from(hex, 'hex').toString('latin1').slice(1, -1).replaceAll('}\x02', '~').replaceAll('}\x01', '}'),
    'latin1',
  );
  const counterAt = ((bytes[2] ?? 0) & 0x40) === 0 ? 10 : 15;
  return Buffer.concat([bytes.subarray(0, counterAt), bytes.subarray(counterAt + 2, -1)]).toString('hex');
}

async function ofEachVector(name: ProtocolName, judge: (protocol: Protocol, vector: Vector) => void) {
  const protocol = await loadProtocol(name);
  const wrong = vectorsOf(name).flatMap((vector) => {
    try {
      judge(protocol, vector);
      return [];
    } catch (error) {
      return [`${vector.id}: ${(error as Error).message}`];
    }
  });
  assert.deepEqual(wrong, []);
}

for (const name of protocolNames) {
  test(`${name}: every strict vector is read whole and written again as the same bytes`, async () => {
    await ofEachVector(name, (protocol, vector) => {
      if (vector.strict !== true) return;
      const [bytes, session] = [bytesOf(vector), sessionOf(protocol, vector)];
      const { frames, rest, errors } = decode(protocol, bytes, session, RECEPTION);
      assert.deepEqual({ rest, errors }, { rest: '', errors: [] });
      assert.ok(frames.length > 0, 'no frame was read');
      assert.equal(written(protocol, frames, session).toString('hex'), bytes.toString('hex'));
    });
  });

  test(`${name}: every strict vector is answered as its vendor says`, async () => {
    await ofEachVector(name, (protocol, vector) => {
      const { responses } = vector.expected;
      if (vector.strict !== true || responses === undefined || vector.direction.startsWith('server')) return;
      const { frames } = decode(protocol, bytesOf(vector), sessionOf(protocol, vector), RECEPTION);
      const given = frames.flatMap((frame) => frame.responses);
      assert.deepEqual(given.map(withoutCounter), responses.map(withoutCounter));
    });
  });

  test(`${name}: every other vector is read, or refused with a reason and an offset`, async () => {
    await ofEachVector(name, (protocol, vector) => {
      if (vector.strict === true) return;
      const bytes = bytesOf(vector);
      const { frames, errors } = decode(protocol, bytes, sessionOf(protocol, vector), RECEPTION);
      assert.ok(frames.length + errors.length > 0, 'neither read nor refused');
      for (const { offset, code, reason } of errors) {
        assert.ok(offset >= 0 && offset <= bytes.length, `offset ${offset} of ${bytes.length}`);
        assert.ok(code !== undefined && reason.length > 5, `"${reason}"`);
      }
    });
  });

  test(`${name}: whatever the bytes and their chunks are, nothing is thrown and one frame at most is kept`, async () => {
    const protocol = await loadProtocol(name);
    const session: Session = {
      deviceId: null,
      zoneMinutes: protocol.zoneMinutes,
      udp: false,
      speaker: 'device',
    };
    const seeds = vectorsOf(name).map(bytesOf);
    const frame = seeds.length > 0 ? fc.constantFrom(...seeds) : fc.constant(Buffer.from('{"a":1}\n'));
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.tuple(frame, fc.nat(), fc.nat()).map(([bytes, from, to]) => {
        const start = from % (bytes.length + 1);
        return bytes.subarray(start, start + (to % (bytes.length + 1)));
      }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (chunks) => {
        const stream = new FrameStream(protocol, session);
        for (const chunk of chunks) {
          for (const _ of stream.push(Buffer.from(chunk)));
          assert.ok(stream.rest.length <= protocol.longestFrame);
        }
        stream.end();
      }),
      { numRuns: RUNS, seed: 5 },
    );
  });
}
