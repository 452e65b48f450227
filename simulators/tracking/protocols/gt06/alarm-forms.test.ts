import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc16X25 } from '../bytes/crc16.ts';
import { throughJson } from '../testing/codec-properties.ts';
import { device, only } from '../testing/reading.ts';
import { gt06 } from './gt06.ts';

const place = '1a0b160a1e05cf027ac8870c4657e6001402';
const hexOf = (value: number, bytes: number): string => value.toString(16).padStart(bytes * 2, '0');

/** A frame around a content; the checksum of this room has a test of its own. */
function frameOf(protocol: string, content: string): string {
  const body = `${hexOf(content.length / 2 + 5, 1)}${protocol}${content}0001`;
  return `7878${body}${hexOf(crc16X25(Buffer.from(body, 'hex')), 2)}0d0a`;
}

/** Reads one frame and writes it again to the same bytes. */
function read(hex: string) {
  const frame = only(gt06, hex);
  assert.equal(gt06.write(throughJson(frame), device).toString('hex'), hex);
  return frame;
}

const cell = '01cc00287d001fb8';
const tamper = '4406041301';

test('An alarm of a fence, 0x27, tells its code beside the number of the fence', () => {
  const frame = read(frameOf('27', `${place}08${cell}440604050107`));
  assert.deepEqual(
    [frame.kind, frame.alerts, frame.fields['alarm'], frame.fields['restHex']],
    ['alarm', ['GEOFENCE_EXIT'], 5, '07'],
  );
  assert.deepEqual(frame.responses, ['7878052700010c3e0d0a']);
  assert.deepEqual(read(frameOf('27', `${place}08${cell}${tamper}`)).alerts, ['SEAL_TAMPER']);
});

test('An alarm with bytes behind its status, or a cell of four bytes, tells its code', () => {
  const mileage = read(frameOf('26', `${place}08${cell}${tamper}0000ffff`));
  assert.deepEqual([mileage.alerts, mileage.fields['restHex']], [['SEAL_TAMPER'], '0000ffff']);
  const wide = read(frameOf('16', `${place}0901cc0025030328e7a0${tamper}`));
  assert.deepEqual(wide.alerts, ['SEAL_TAMPER']);
  assert.deepEqual(wide.fields['lbs'], {
    mcc: 460,
    mnc: 0,
    wideMnc: false,
    lac: 0x2503,
    cid: 0x0328e7a0,
    wideCid: true,
  });
});

test('The reply of a device to a command, 0x21, is a command that nobody answers', () => {
  const frame = read(frameOf('21', '0001a958014f4b21'));
  assert.deepEqual([frame.kind, frame.fields['text'], frame.responses], ['command', 'OK!', []]);
});
