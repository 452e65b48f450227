import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StackProcess } from '../testing/stack-process.ts';
import { login, taken } from './testing/codec8.ts';
import { DeviceLink } from './testing/device-link.ts';
import { newImei, onRoad, TrackingStand } from './testing/tracking-stand.ts';

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('thin_tracking'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

test('a report of a device on a truck is told to the country of departure where the truck is, and to nobody else', async () => {
  const imei = newImei();
  await stand.register(imei);
  const movement = await stand.truck(imei);
  const link = await stand.connected(imei);
  const at = Date.now() - 1000;
  assert.equal(await stand.report(link, onRoad(movement, 120, { at, speedKmh: 52 })), taken(1));
  link.close();
  const [event] = await stand.until('TG', movement, 'a position', (told) => told.length > 0);
  assert.equal(event?.kind, 'POSITION');
  assert.equal(event?.deviceSeq, 1);
  assert.equal(event?.recordedAt, new Date(at).toISOString());
  assert.equal(event?.territory, 'TG');
  assert.deepEqual([event?.stored, event?.gnss, event?.deviceId], [false, 'FIX', imei]);
  assert.equal(stand.events('BF', movement).length, 0);
  assert.equal((await stand.device(imei)).state, 'ACTIVE');
});

test('behind the border the country of the truck and that of departure are told, the crossing first', async () => {
  const imei = newImei();
  await stand.register(imei);
  const movement = await stand.truck(imei);
  const link = await stand.connected(imei);
  const at = Date.now() - 1000;
  await stand.report(link, onRoad(movement, 700, { at }));
  link.close();
  for (const country of ['TG', 'BF']) {
    const told = await stand.until(country, movement, 'the crossing', (all) => all.length > 0);
    assert.deepEqual(
      told.map(({ alert, territory }) => [alert, territory]),
      [['CROSSED_BORDER', 'BF']],
    );
  }
});

test('a device that nobody registered is refused at login, and its reports belong to nobody', async () => {
  const link = await DeviceLink.to(await stand.port());
  link.send(login(newImei()));
  assert.equal((await link.answer(1)).toString('hex'), '00');
  link.close();
});
