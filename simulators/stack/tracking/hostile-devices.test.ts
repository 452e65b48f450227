import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StackProcess } from '../testing/stack-process.ts';
import { login, packet, taken } from './testing/codec8.ts';
import { DeviceLink } from './testing/device-link.ts';
import { honestDevice } from './testing/honest-device.ts';
import { mqttConnect } from './testing/mqtt-packets.ts';
import { newImei, onRoad, TrackingStand } from './testing/tracking-stand.ts';

const LIMITS = { loginWithinMs: 1_500, frameWithinMs: 1_000, strangersPerAddress: 120 };

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('hostile_tracking'), LIMITS);
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const MB = 1024 * 1024;
const HTTP_OK = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n';

/** A packet that says that it is longer than any, and a byte that begins no frame. */
const TOO_LONG = Buffer.from('00000000ffffffff08', 'hex');

test('a hundred connections that never log in are cut, and cost no other device its report', async () => {
  const honest = await honestDevice(stand);
  const port = await stand.port();
  const strangers = await Promise.all(Array.from({ length: 100 }, () => DeviceLink.to(port)));
  assert.equal(await honest.reports(), taken(1));
  await Promise.all(strangers.map((stranger) => stranger.cut()));
  assert.equal(await honest.reports(), taken(1));
  honest.close();
});

for (const [protocol, transport] of [
  ['teltonika', 'tcp'],
  ['mqtt', 'mqtt'],
] as const)
  test(`more strangers of one address than it may send are turned away until others have gone: ${protocol}`, async () => {
    const port = await stand.port(protocol, transport);
    const strangers = await Promise.all(Array.from({ length: 120 }, () => DeviceLink.to(port)));
    const oneMore = await DeviceLink.to(port);
    await oneMore.cut();
    assert.ok(strangers.some(({ socket }) => !socket.destroyed));
    for (const stranger of strangers) await stranger.cut();
    const honest = await honestDevice(stand);
    assert.equal(await honest.reports(), taken(1));
    honest.close();
  });

test('a packet of MQTT that arrives byte by byte and never ends is cut, also after a login', async () => {
  const honest = await honestDevice(stand);
  const imei = newImei();
  await stand.register(imei, 'mqtt');
  const slow = await DeviceLink.to(await stand.port('mqtt', 'mqtt'));
  slow.send(mqttConnect(imei));
  assert.equal((await slow.answer(4)).toString('hex'), '20020000');
  slow.send(Buffer.from('30e807', 'hex')); // PUBLISH of 1,000 bytes
  const dripping = setInterval(() => slow.send(Buffer.from([0])), 50);
  await slow.cut();
  clearInterval(dripping);
  assert.equal(await honest.reports(), taken(1));
  honest.close();
});

test('a frame that arrives byte by byte and never ends is cut, also after a login', async () => {
  const honest = await honestDevice(stand);
  const imei = newImei();
  await stand.register(imei);
  const slow = await stand.connected(imei);
  const frame = packet([{ at: Date.now(), lat: 6, lon: 1 }]);
  let sent = 0;
  const dripping = setInterval(() => slow.send(frame.subarray(sent, ++sent % (frame.length - 1))), 50);
  await slow.cut();
  clearInterval(dripping);
  assert.equal(await honest.reports(), taken(1));
  honest.close();
});

test('endless bytes cost bounded memory and never the report of another', async () => {
  const honest = await honestDevice(stand);
  const before = stand.residentMb();
  const noise = Buffer.alloc(1024 * 1024, 0x41);
  const frame = Buffer.concat([TOO_LONG, noise]);
  for (let round = 0; round < 50; round += 1) {
    const link = await DeviceLink.to(await stand.port());
    for (let index = 0; index < 4; index += 1) link.send(index % 2 === 0 ? frame : noise);
    await link.cut();
    if (round % 10 === 0) assert.equal(await honest.reports(), taken(1));
  }
  assert.ok(stand.residentMb() - before < 80, `${before} MB became ${stand.residentMb()} MB`);
  honest.close();
});

test('a device that reads no answers is read no further and cut, whatever it sends', async () => {
  const honest = await honestDevice(stand);
  const imei = newImei();
  await stand.register(imei, 'osmand');
  const link = await DeviceLink.to(await stand.port('osmand', 'http'));
  link.send(Buffer.from(`GET /?id=${imei} HTTP/1.1\n\n`));
  await link.answer(HTTP_OK.length);
  link.socket.pause();
  const requests = Buffer.from('GET / HTTP/1.1\n\n'.repeat(10_000));
  let sent = 0;
  while (!link.socket.destroyed && sent < 50 * MB) {
    await new Promise((resolve) => link.socket.write(requests, resolve)); // an error is a cut connection
    sent += requests.length;
  }
  assert.ok(link.socket.destroyed, `${sent} bytes of requests were taken`);
  assert.equal(await honest.reports(), taken(1));
  honest.close();
});

test('an MQTT device that reads no answers is read no further and cut', { timeout: 30_000 }, async () => {
  const imei = newImei();
  await stand.register(imei, 'mqtt');
  const link = await DeviceLink.to(await stand.port('mqtt', 'mqtt'));
  link.send(mqttConnect(imei));
  assert.equal((await link.answer(4)).toString('hex'), '20020000');
  link.socket.pause();
  const pings = Buffer.from('c000'.repeat(50_000), 'hex');
  while (!link.socket.destroyed) await new Promise((resolve) => link.socket.write(pings, resolve));
});

test('a frame of the wrong length is not answered, and the next whole one is', async () => {
  const imei = newImei();
  await stand.register(imei);
  const movement = await stand.truck(imei);
  const link = await stand.connected(imei);
  const good = packet([onRoad(movement, 50, { at: Date.now() - 1000 })]);
  const wrong = Buffer.from(good);
  wrong.writeUInt32BE(good.length - 12 - 7, 4);
  link.send(wrong);
  link.send(good);
  assert.equal((await link.answer(4)).toString('hex'), taken(1));
  link.close();
});

test('a device that is not registered may talk, and nothing of it is kept', async () => {
  const link = await DeviceLink.to(await stand.port());
  link.send(login(newImei()));
  assert.equal((await link.answer(1)).toString('hex'), '00');
  link.send(packet([{ at: Date.now(), lat: 6, lon: 1 }]));
  await link.cut();
});
