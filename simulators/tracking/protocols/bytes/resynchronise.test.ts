import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../decode.ts';
import { FrameStream } from '../frame-stream.ts';
import { gt06 } from '../gt06/gt06.ts';
import type { Protocol } from '../protocol.ts';
import { deviceFraming } from '../teltonika/framing.ts';
import { teltonika } from '../teltonika/teltonika.ts';
import { device, reception } from '../testing/reading.ts';
import { cutBy, type Framing } from './resynchronise.ts';

const heartbeat = '78780a13440104000100050845' + '0d0a';
const record =
  '000000000000003608010000016b40d8ea30010000000000000000000000000000000105021503010101425e0f01f10000601a014e0000000000000000010000c7cf';

test('A frame is found behind any number of beginnings of frames that never end', () => {
  const noise = Buffer.alloc(3 * 80, '7878ff', 'hex').toString('hex');
  const { frames, rest } = decode(gt06, Buffer.from(noise + heartbeat, 'hex'), device, reception);
  assert.deepEqual({ kinds: frames.map(({ kind }) => kind), rest }, { kinds: ['heartbeat'], rest: '' });
  const zeros = Buffer.alloc(9 * 80, '0000000000000ff008', 'hex').toString('hex');
  const found = decode(teltonika, Buffer.from(zeros + record, 'hex'), device, reception);
  assert.deepEqual(
    { kinds: found.frames.map(({ kind }) => kind), rest: found.rest },
    { kinds: ['position'], rest: '' },
  );
});

/** A stream of Teltonika frames, and how often its bytes were looked at. */
function counted(bytes: Buffer): { looks: number; frames: number; scanned: number } {
  let looks = 0;
  const framing: Framing = {
    ...deviceFraming,
    at: (...where) => {
      looks += 1;
      return deviceFraming.at(...where);
    },
  };
  const cut: Protocol['cut'] = (all, offset, _session, scan) => cutBy(framing, all, offset, scan);
  const stream = new FrameStream({ ...teltonika, cut }, device);
  let frames = 0;
  for (const byte of bytes)
    for (const received of stream.push(Buffer.from([byte]))) frames += 'content' in received ? 1 : 0;
  return { looks, frames, scanned: bytes.length };
}

test('A frame that comes byte by byte is not looked through again at each of them', () => {
  const dripped = Buffer.alloc(16_000, 0xab);
  dripped.write('0000000000003f0008', 'hex');
  const { looks, scanned } = counted(dripped);
  assert.ok(looks < 24 * scanned, `${looks} looks at ${scanned} bytes`);
  const beginnings = Buffer.concat([
    dripped.subarray(0, 9),
    Buffer.alloc(9 * 1_700, '0000000000000ff008', 'hex'),
  ]);
  const hostile = counted(beginnings);
  assert.ok(hostile.looks < 24 * hostile.scanned, `${hostile.looks} looks at ${hostile.scanned} bytes`);
});

test('A frame inside one that never ends is found when its last byte has come', () => {
  const bytes = Buffer.from(`0000000000003f0008${'ab'.repeat(50)}0000000000000ff008${record}`, 'hex');
  assert.equal(counted(bytes.subarray(0, -1)).frames, 0);
  assert.equal(counted(bytes).frames, 1);
});

test('A good frame that begins inside a truncated one and ends behind it is found', () => {
  const twice = Buffer.from(record.slice(0, 60) + record, 'hex');
  assert.equal(decode(teltonika, twice, device, reception).frames.length, 1);
});
