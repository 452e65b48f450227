import { test } from 'node:test';
import { deviceAcknowledged } from './device-answers.ts';
import { assertGreen, assertRed, DEVICE, frame } from './testing/evidence.ts';

const taken = { heard: '285036392c302c3129' };
const position = frame(DEVICE, 'position', taken);

test('a last report that was answered is acknowledged, whatever it tells and whatever else was sent', () => {
  assertGreen(deviceAcknowledged([position], DEVICE));
  assertGreen(deviceAcknowledged([frame(DEVICE, 'alarm', taken)], DEVICE));
  assertGreen(deviceAcknowledged([frame(DEVICE, 'bytes', taken)], DEVICE));
  assertGreen(deviceAcknowledged([frame(DEVICE, 'position', { heard: '' })], DEVICE)); // PUBACK of MQTT
  assertGreen(deviceAcknowledged([position, frame(DEVICE, 'heartbeat', { fault: 'timeout' })], DEVICE));
  assertGreen(deviceAcknowledged([frame(DEVICE, 'position', { fault: 'closed' }), position], DEVICE));
});

test('a last report without an answer, or with another than its protocol has, is seen', () => {
  const judge = (...records: Parameters<typeof deviceAcknowledged>[0]) => deviceAcknowledged(records, DEVICE);
  assertRed(judge(position, frame(DEVICE, 'position')), /sans acquit \(rien entendu\)/);
  assertRed(judge(position, frame(DEVICE, 'alarm', { fault: 'closed' })), /sans acquit \(closed\)/);
  assertRed(judge(frame(DEVICE, 'position', { heard: '00', fault: 'timeout' })), /sans acquit \(timeout\)/);
  const again = frame(DEVICE, 'position', { heard: '285036392c312c3129', fault: 'again' });
  assertRed(judge(again), /sans acquit \(again\)/);
});

test('no report, one of another device, and a login alone are not acknowledged', () => {
  assertRed(deviceAcknowledged([], DEVICE), /rien entendu/);
  assertRed(deviceAcknowledged([frame('FICTIF-2', 'position', taken)], DEVICE), /rien entendu/);
  assertRed(deviceAcknowledged([frame(DEVICE, 'login', taken)], DEVICE), /rien entendu/);
  const delivered = { ...position, kind: 'deliver' as const };
  assertRed(deviceAcknowledged([delivered], DEVICE), /rien entendu/);
});
