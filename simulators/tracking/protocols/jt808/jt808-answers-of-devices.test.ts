import assert from 'node:assert/strict';
import { test } from 'node:test';
import { throughJson } from '../testing/codec-properties.ts';
import { device, only } from '../testing/reading.ts';
import { jt808 } from './jt808.ts';

/** A frame as the standard builds it: XOR, then escapes. */
function frameOf(plain: string): string {
  const bytes = [...Buffer.from(plain, 'hex')];
  const check = bytes.reduce((sum, byte) => sum ^ byte, 0);
  const escaped = [...bytes, check].map((byte) =>
    byte === 0x7e ? '7d02' : byte === 0x7d ? '7d01' : byte.toString(16).padStart(2, '0'),
  );
  return `7e${escaped.join('')}7e`;
}

/** Reads one frame and writes it again to the same bytes. */
function read(plain: string) {
  const hex = frameOf(plain);
  const frame = only(jt808, hex);
  assert.equal(jt808.write(throughJson(frame), device).toString('hex'), hex);
  return frame;
}

const location = '000000000000000200ba7f0e07e4f11c0028003c005a260102030405';

test('A location that is all of its message is read, though its header counts packages', () => {
  const frame = read(`0200201c013812345678000100010001${location}`);
  assert.deepEqual(
    [frame.kind, frame.reports[0]?.lat, frame.fields['packTotal'], frame.responses],
    ['position', 12.222222, 1, ['7e8001000501381234567800000001020000b67e']],
  );
});

test('A part of a location is kept as bytes and not answered', () => {
  const frame = read(`0200200e013812345678000100020001${location.slice(0, 28)}`);
  assert.deepEqual(
    [frame.kind, frame.reports, frame.fields['bodyHex']],
    ['other', [], location.slice(0, 28)],
  );
  assert.deepEqual(frame.responses, []); // the other part is not there
});

test('The answer to a control of the vehicle has a location, and is not answered itself', () => {
  const frame = read(`0500001e01381234567800010005${location}`);
  assert.deepEqual(
    [frame.kind, frame.reports[0]?.lon, frame.fields['ackSerial'], frame.responses],
    ['position', 132.444444, 5, []],
  );
});

test('The answer to a question for attributes is a command, as the answer to one for parameters is', () => {
  assert.equal(read('010400090138123456780001000501000000010101').kind, 'command');
  const attributes = `0001${'41'.repeat(5)}${'42'.repeat(20)}${'43'.repeat(7)}${'89'.repeat(10)}014101420301`;
  assert.equal(read(`010700320138123456780001${attributes}`).kind, 'command');
});
