import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../decode.ts';
import type { FrameContent, Reception, Session } from '../protocol.ts';
import { bytesOf, type Vector, vectorsOf } from '../testing/vectors.ts';
import { jt808 } from './jt808.ts';

const session: Session = { deviceId: null, zoneMinutes: 480, udp: false, speaker: 'device' };
const reception: Reception = { accepted: true, serial: 0, now: Date.UTC(2026, 10, 21, 23, 10, 21) };
const vectors = vectorsOf('jt808');
const strict = vectors.filter((vector) => vector.strict === true);

const viaJson = (content: FrameContent): FrameContent => JSON.parse(JSON.stringify(content));

test('each strict vector of JT/T 808 is one frame that re-encodes to its bytes, also after JSON', () => {
  assert.equal(strict.length, 99);
  for (const vector of strict) {
    const bytes = bytesOf(vector);
    const { frames, errors, rest } = decode(jt808, bytes, session, reception);
    assert.deepEqual({ errors, rest, count: frames.length }, { errors: [], rest: '', count: 1 }, vector.id);
    const content = jt808.read(bytes, session);
    assert.equal(jt808.write(content, session).toString('hex'), bytes.toString('hex'), vector.id);
    assert.equal(jt808.write(viaJson(content), session).toString('hex'), bytes.toString('hex'), vector.id);
  }
});
