import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { connectAsync } from 'mqtt';
import { StackProcess } from '../testing/stack-process.ts';
import { datagram } from './testing/codec8.ts';
import { DeviceLink } from './testing/device-link.ts';
import { newImei, TrackingStand } from './testing/tracking-stand.ts';

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('protocols_tracking'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** A truck with a device of a protocol, attached before all samples. */
async function truckWith(deviceId: string, protocol: string, zoneMinutes = 0) {
  await stand.register(deviceId, protocol, 'TRK-BF', zoneMinutes);
  return stand.truck(deviceId, { platform: 'TRK-BF', at: Date.UTC(2009, 0, 1) });
}

/** Sends frames over TCP, one after the answer to the one before. */
async function exchange(protocol: string, steps: readonly (readonly [string, string])[], transport = 'tcp') {
  const link = await DeviceLink.to(await stand.port(protocol, transport, 'TRK-BF'));
  for (const [sent, answer] of steps) {
    link.send(Buffer.from(sent, 'hex'));
    assert.equal((await link.answer(answer.length / 2)).toString('hex'), answer);
  }
  link.close();
}

const instants = async (movement: Awaited<ReturnType<typeof truckWith>>): Promise<string[]> =>
  (await stand.journey('TG', movement)).positions.map(({ recordedAt }: { recordedAt: string }) => recordedAt);

const ascii = (text: string): string => Buffer.from(text, 'latin1').toString('hex');

test('a Jointech lock is asked for its report again until it is registered, then answered by the serial of its frame', async () => {
  const frame =
    '2480006200111911003418042116225922348310113550543F12980000002D060000000020E028109228661F000100000F0F0F0F0F0F0F0F000001CC0156';
  await exchange('jointech', [[frame, ascii('(P69,1,86)')]]);
  const movement = await truckWith('8000620011', 'jointech');
  await exchange('jointech', [[frame, ascii('(P69,0,86)')]]);
  assert.deepEqual(await instants(movement), ['2021-04-18T16:22:59.000Z']);
});

test('a GT06 tracker logs in and reports, and its heartbeat is answered', async () => {
  const movement = await truckWith('123456789012345', 'gt06');
  const link = await DeviceLink.to(await stand.port('gt06', 'tcp', 'TRK-BF'));
  link.send(Buffer.from('78780D01012345678901234500018CDD0D0A', 'hex'));
  assert.equal((await link.answer(10)).toString('hex'), '787805010001d9dc0d0a');
  link.send(Buffer.from('78781F120B081D112E10CF027AC7EB0C46584900148F01CC00287D001FB8000380810D0A', 'hex'));
  link.send(Buffer.from('78780A134401040001000508450D0A', 'hex'));
  const wanted = Buffer.from('787805130005afd50d0a', 'hex');
  let answers = await link.answer(10);
  while (!answers.includes(wanted)) answers = Buffer.concat([answers, await link.answer(10)]);
  link.close();
  assert.deepEqual(await instants(movement), ['2011-08-29T17:46:16.000Z']);
});

test('a device of JT/T 808 is read by the clock that it was registered with', async () => {
  const location =
    '7E02000026123456789012007D02000000010000000200BA7F0E07E4F11C0028003C00001810151010100104000000640202007D01137E';
  const movement = await truckWith('123456789012', 'jt808', 0);
  const link = await DeviceLink.to(await stand.port('jt808', 'tcp', 'TRK-BF'));
  link.send(Buffer.from(location, 'hex'));
  const answer = (await link.answer(20)).toString('hex');
  assert.match(answer, /^7e8001/);
  link.close();
  assert.deepEqual(await instants(movement), ['2018-10-15T10:10:10.000Z']);
});

test('a telephone that speaks OsmAnd is answered by HTTP', async () => {
  const imei = newImei();
  const movement = await truckWith(imei, 'osmand');
  const link = await DeviceLink.to(await stand.port('osmand', 'http', 'TRK-BF'));
  const query = `/?id=${imei}&lat=6.5&lon=1.2&timestamp=1767225600&speed=20&valid=true`;
  link.send(Buffer.from(`GET ${query} HTTP/1.1\r\nHost: trk\r\n\r\n`));
  assert.equal((await link.answer(12)).toString(), 'HTTP/1.1 200');
  link.close();
  assert.deepEqual(await instants(movement), ['2026-01-01T00:00:00.000Z']);
});

test('a telephone that reads its answers late gets all of them', async () => {
  const answer = 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n';
  const imei = newImei();
  await stand.register(imei, 'osmand', 'TRK-BF');
  const link = await DeviceLink.to(await stand.port('osmand', 'http', 'TRK-BF'));
  link.send(Buffer.from(`GET /?id=${imei} HTTP/1.1\n\n`));
  assert.equal((await link.answer(38)).toString('latin1', 0, 12), 'HTTP/1.1 200');
  link.socket.pause();
  const count = 200_000; // more answers than the system keeps for a connection that is not read
  await Promise.race([
    new Promise((resolve) => link.socket.write('GET / HTTP/1.1\n\n'.repeat(count), resolve)),
    instants(await truckWith(newImei(), 'osmand')),
  ]);
  link.socket.resume();
  const answers = await link.answer(answer.length * count);
  link.close();
  assert.equal(answers.toString('latin1', answers.length - answer.length), answer);
});

test('a Teltonika tracker that sends datagrams is answered by the number of its packet', async () => {
  const imei = newImei();
  const movement = await truckWith(imei, 'teltonika');
  const socket = createSocket('udp4');
  const at = Date.UTC(2026, 0, 2);
  const answered = once(socket, 'message');
  const port = await stand.port('teltonika', 'udp', 'TRK-BF');
  socket.send(datagram(imei, 0xcafe, [{ at, lat: 6.5, lon: 1.2 }]), port, '127.0.0.1');
  const [answer] = (await answered) as [Buffer];
  socket.close();
  assert.equal(answer.toString('hex'), '0005cafe01fe01');
  assert.deepEqual(await instants(movement), ['2026-01-02T00:00:00.000Z']);
});

test('a tracker that speaks MQTT has its publication confirmed when its reports are there', async () => {
  const imei = newImei();
  const movement = await truckWith(imei, 'mqtt');
  const port = await stand.port('mqtt', 'mqtt', 'TRK-BF');
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { clientId: imei, reconnectPeriod: 0 });
  const report = { time: '2026-01-03T00:00:00.000Z', lat: 6.5, lon: 1.2, fixed: true };
  const payload = JSON.stringify({ version: 1, deviceId: imei, sequence: 1, reports: [report] });
  await client.publishAsync(`corridor/trackers/${imei}/reports`, payload, { qos: 1 });
  assert.deepEqual(await instants(movement), ['2026-01-03T00:00:00.000Z']);
  await client.endAsync();
});

/** Packets of MQTT 3.1.1. */
const mqttConnect = (id: string): Buffer =>
  Buffer.concat([
    Buffer.from([0x10, 12 + id.length]),
    Buffer.from('00044d5154540402003c', 'hex'),
    Buffer.from([0, id.length]),
    Buffer.from(id, 'latin1'),
  ]);
const mqttPublish = (topic: string, payload: string): Buffer =>
  Buffer.concat([
    Buffer.from([0x32, 4 + topic.length + payload.length, 0, topic.length]),
    Buffer.from(topic, 'latin1'),
    Buffer.from([0, 1]),
    Buffer.from(payload, 'latin1'),
  ]);

test('over MQTT a device that nobody registered is not let in, and none reports for another', async () => {
  const imei = newImei();
  await stand.register(imei, 'mqtt', 'TRK-BF');
  const port = await stand.port('mqtt', 'mqtt', 'TRK-BF');
  const stranger = await DeviceLink.to(port);
  stranger.send(mqttConnect(newImei()));
  assert.equal((await stranger.answer(4)).toString('hex'), '20020005');
  const liar = await DeviceLink.to(port);
  liar.send(mqttConnect(imei));
  assert.equal((await liar.answer(4)).toString('hex'), '20020000');
  liar.send(mqttPublish('corridor/trackers/SYN-0001/reports', '{}'));
  await liar.cut();
  stranger.close();
});

test('an MQTT packet that says it is longer than any is cut before it is read', async () => {
  const link = await DeviceLink.to(await stand.port('mqtt', 'mqtt', 'TRK-BF'));
  link.send(mqttConnect(newImei()));
  link.send(Buffer.from('32ffffff7f', 'hex'));
  await link.cut();
});
