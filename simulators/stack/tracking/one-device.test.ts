import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Device, Reading } from '../../tracking/devices/dialect.ts';
import { loadDialect } from '../../tracking/devices/dialects.ts';
import type { ProtocolName } from '../../tracking/protocols/protocol.ts';
import { StackProcess } from '../testing/stack-process.ts';
import { taken } from './testing/codec8.ts';
import { DeviceLink } from './testing/device-link.ts';
import { mqttConnect, mqttPublish } from './testing/mqtt-packets.ts';
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
    link.send(Buffer.from(`GET /?id=${id} HTTP/1.1\n\n`));
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

test('over MQTT a payload of another device than that of its topic is not confirmed and not kept', async () => {
  const [imei, other] = [newImei(), newImei()];
  await Promise.all([stand.register(imei, 'mqtt'), stand.register(other, 'mqtt')]);
  const link = await DeviceLink.to(await stand.port('mqtt', 'mqtt'));
  link.send(mqttConnect(imei));
  assert.equal((await link.answer(4)).toString('hex'), '20020000');
  const report = { time: '2026-01-03T00:00:00.000Z', lat: 6.5, lon: 1.2, fixed: true };
  const payload = JSON.stringify({ version: 1, deviceId: other, sequence: 1, reports: [report] });
  link.send(mqttPublish(`corridor/trackers/${imei}/reports`, payload));
  await assert.rejects(link.answer(4), /closed/);
  assert.deepEqual([await heard(imei), await heard(other)], [false, false]);
});

test('an MQTT device that sends all that it has at a stroke has each confirmed, in order', {
  timeout: 20_000,
}, async () => {
  const imei = newImei();
  await stand.register(imei, 'mqtt');
  const link = await DeviceLink.to(await stand.port('mqtt', 'mqtt'));
  link.send(mqttConnect(imei));
  await link.answer(4);
  const publications = Array.from({ length: 300 }, (_, index) => {
    const time = new Date(Date.UTC(2026, 0, 3) + index * 1000).toISOString();
    const reports = [{ time, lat: 6.5, lon: 1.2, fixed: true }];
    const payload = JSON.stringify({ version: 1, deviceId: imei, sequence: index, reports });
    return mqttPublish(`corridor/trackers/${imei}/reports`, payload, index + 1);
  });
  link.send(Buffer.concat(publications));
  const answers = (await link.answer(4 * publications.length)).toString('hex');
  const wanted = publications.map((_, index) => `4002${(index + 1).toString(16).padStart(4, '0')}`);
  assert.equal(answers, wanted.join(''));
  link.close();
});

/** What a device says of its place at a moment, logging in first where it must. */
async function saying(protocol: ProtocolName, id: string, at: number): Promise<Buffer> {
  const dialect = await loadDialect(protocol);
  const device: Device = { id, zoneMinutes: 0, nextSerial: () => 1 };
  const reading: Reading = {
    ...{ at, lat: 6.5, lon: 1.2, altitudeM: 0, speedKmh: 50, courseDeg: 0, satellites: 9, fixed: true },
    ...{ batteryPct: 80, externalPower: true, lock: 'LOCKED', authorised: false, odometerKm: 1, alerts: [] },
  };
  const session = { deviceId: id, zoneMinutes: 0, udp: false, speaker: 'device' } as const;
  const frames = [dialect.greet(device, []), dialect.report(device, [reading], false)];
  return Buffer.concat(frames.flatMap((frame) => (frame ? [dialect.protocol.write(frame, session)] : [])));
}

for (const [protocol, own, other] of [
  ['teltonika', newImei(), newImei()],
  ['jt808', '990000000001', '990000000002'],
  ['gt06', newImei(), newImei()],
  ['jointech', '9900000001', '9900000002'],
] as const)
  test(`a connection over which a device has reported is not that of another: ${protocol}`, {
    timeout: 20_000,
  }, async () => {
    for (const id of [own, other]) await stand.register(id, protocol);
    const link = await DeviceLink.to(await stand.port(protocol));
    const at = Date.UTC(2026, 0, 2);
    const until = async (wanted: number): Promise<void> => {
      const instant = new Date(wanted).toISOString();
      while ((await stand.device(own)).lastReportAt !== instant) await pause(50);
    };
    link.send(await saying(protocol, own, at));
    await until(at);
    link.send(await saying(protocol, other, at));
    link.send(await saying(protocol, own, at + 60_000));
    await until(at + 60_000);
    assert.equal(await heard(other), false);
    link.close();
    const another = await DeviceLink.to(await stand.port(protocol));
    another.send(await saying(protocol, other, at));
    while (!(await heard(other))) await pause(50);
    another.close();
  });
