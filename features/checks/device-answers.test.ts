import { test } from 'node:test';
import { deviceAcknowledged } from './device-answers.ts';
import { assertGreen, assertRed, DEVICE, frame } from './testing/evidence.ts';

const taken = { heard: '285036392c302c3129' };
const position = frame(DEVICE, 'position', taken);

test('a last report that was answered is acknowledged, whatever it tells and whatever else was sent', () => {
  assertGreen(deviceAcknowledged([position], DEVICE));
  assertGreen(deviceAcknowledged([frame(DEVICE, 'alarm', taken)], DEVICE));
  assertGreen(deviceAcknowledged([frame(DEVICE, 'bytes', taken)], DEVICE));
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

const hex = (text: string): string => Buffer.from(text).toString('hex');

test('each protocol takes a report by the answer that it knows', () => {
  const judge = (protocol: string, heard: string) =>
    deviceAcknowledged([frame(DEVICE, 'position', { protocol, heard })], DEVICE);
  for (const answer of ['(P69,0,44)', '(P35)', '(P46)', '(P69,1,43)(P69,0,44)'])
    assertGreen(judge('jointech', hex(answer)));
  for (const heard of ['00000001', '0000007d', '0005cafe010101']) assertGreen(judge('teltonika', heard));
  for (const end of ['00ab7e', '047d027e', '00007e'])
    assertGreen(judge('jt808', `7e80010005990011000001000100020200${end}`));
  assertGreen(judge('gt06', '787805160003cae30d0a'));
  assertGreen(judge('osmand', hex('HTTP/1.1 200 OK\r\n\r\n')));
  assertGreen(judge('mqtt', '')); // PUBACK

  for (const answer of ['(P69,1,1)', '(P69,1,44)', '(P22)', ''])
    assertRed(judge('jointech', hex(answer)), /sans acquit \(entendu : /);
  for (const heard of ['00000000', '00', '01', '0005cafe010100', ''])
    assertRed(judge('teltonika', heard), /sans acquit/);
  for (const end of ['01ab7e', '02007e', '03047e', '017d027e'])
    assertRed(judge('jt808', `7e80010005990011000001000100020200${end}`), /sans acquit/);
  assertRed(judge('gt06', '00'), /sans acquit/);
  for (const status of [400, 404, 500, 503])
    assertRed(judge('osmand', hex(`HTTP/1.1 ${status} 200\r\n\r\n`)), /sans acquit/);
  assertRed(judge('mqtt', '40020001'), /sans acquit/);
  assertRed(judge('fax', '00000001'), /sans acquit/);
});
