import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StackProcess } from '../testing/stack-process.ts';
import { taken } from './testing/codec8.ts';
import { DeviceLink } from './testing/device-link.ts';
import { newImei, TrackingStand } from './testing/tracking-stand.ts';

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('one_device'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const heard = async (deviceId: string): Promise<boolean> =>
  (await stand.device(deviceId)).lastReportAt !== undefined;

test('nobody speaks for a device over another protocol than that with which it is registered', async () => {
  const imei = newImei();
  await stand.register(imei);
  const http = await DeviceLink.to(await stand.port('osmand', 'http'));
  http.send(Buffer.from(`GET /?id=${imei}&lat=6.5&lon=1.2&timestamp=1767225600&alarm=lockCut\n`));
  assert.equal((await http.answer(12)).toString(), 'HTTP/1.1 503');
  http.close();
  const mqtt = await DeviceLink.to(await stand.port('mqtt', 'mqtt'));
  mqtt.send(mqttConnect(imei));
  assert.equal((await mqtt.answer(4)).toString('hex'), '20020005');
  assert.equal(await heard(imei), false);
  const link = await stand.connected(imei);
  assert.equal(await stand.report(link, { at: Date.now(), lat: 6, lon: 1 }), taken(1));
  link.close();
});

/** CONNECT of MQTT 3.1.1. */
const mqttConnect = (id: string): Buffer =>
  Buffer.concat([
    Buffer.from([0x10, 12 + id.length]),
    Buffer.from('00044d5154540402003c', 'hex'),
    Buffer.from([0, id.length]),
    Buffer.from(id, 'latin1'),
  ]);

test('the newest connections of a device replace those before them, and of nobody else', async () => {
  const [imei, other] = [newImei(), newImei()];
  await Promise.all([stand.register(imei), stand.register(other)]);
  const beside = await stand.connected(other);
  const links: DeviceLink[] = [];
  for (let nth = 0; nth < 40; nth += 1) links.push(await stand.connected(imei));
  await Promise.all(links.slice(0, -2).map((link) => link.cut()));
  for (const link of [beside, ...links.slice(-2)])
    assert.equal(await stand.report(link, { at: Date.now(), lat: 6, lon: 1 }), taken(1));
  for (const link of [beside, ...links]) link.close();
});

test('a connection over which several telephones report stays while it is among the newest of one of them', async () => {
  const [imei, other] = [newImei(), newImei()];
  await Promise.all([stand.register(imei, 'osmand'), stand.register(other, 'osmand')]);
  const port = await stand.port('osmand', 'http');
  const say = async (link: DeviceLink, id: string): Promise<void> => {
    link.send(Buffer.from(`GET /?id=${id}\n`));
    assert.equal((await link.answer(38)).toString('latin1', 0, 12), 'HTTP/1.1 200');
  };
  const gateway = await DeviceLink.to(port);
  await say(gateway, imei);
  await say(gateway, other);
  const links = await Promise.all(Array.from({ length: 10 }, () => DeviceLink.to(port)));
  for (const link of links) await say(link, imei);
  await Promise.all(links.slice(0, -2).map((link) => link.cut()));
  await say(gateway, other);
  for (const link of [gateway, ...links]) link.close();
});
