import { test } from 'node:test';
import { devicePublished } from './device-published.ts';
import { assertGreen, assertRed, consulted, REFERENCE } from './testing/evidence.ts';

const PATH = '/v0/tracking/devices/TRK-TG/000000000000001';
const device = {
  platform: 'TRK-TG',
  deviceId: '000000000000001',
  state: 'ACTIVE',
  transitReference: REFERENCE,
};
const judge = (body: object, expected: Record<string, string | null>, status = 200) =>
  devicePublished([consulted(PATH, body, { status })], 'TRK-TG', '000000000000001', expected);

test('a device in its state, on its movement or on none, is as required', () => {
  assertGreen(judge(device, { state: 'ACTIVE', transitReference: REFERENCE }));
  assertGreen(judge({ ...device, transitReference: undefined }, { transitReference: null }));
});

test('another state, another movement, one where none is due, and no answer are seen', () => {
  assertRed(judge(device, { state: 'SILENT' }), /état de la balise : ACTIVE/);
  assertRed(judge(device, { transitReference: null }), /mouvement de la balise : 26TG0LOM1T00000014/);
  assertRed(judge({}, { state: 'ACTIVE' }), /état de la balise : rien/);
  assertRed(judge({}, { state: 'ACTIVE' }, 404), /404/);
});
