import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StackProcess } from '../testing/stack-process.ts';
import { newImei, onRoad, type Told, TrackingStand } from './testing/tracking-stand.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The seal is forced; without satellites a device knows no position. */
const FORCED = { event: 252, io: { 252: 1 } };
const NOWHERE = { lat: 0, lon: 0, satellites: 0 };

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('whereabouts_tracking'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const placed = (told: readonly Told[]): string[] =>
  told.map(({ alert, kind, territory }) => `${alert ?? kind} ${territory}`);

/** A truck whose device reported at these kilometres, half an hour apart, and was then relieved at an office of Burkina Faso. */
async function relieved(...km: readonly number[]) {
  const [imei, own] = [newImei(), newImei()];
  await stand.register(imei);
  await stand.register(own, 'teltonika', 'TRK-BF');
  const start = Date.now() - 5 * HOUR;
  const movement = await stand.truck(imei, { at: start });
  const link = await stand.connected(imei);
  for (const [index, at] of km.entries())
    await stand.report(link, onRoad(movement, at, { at: start + index * 30 * MINUTE }));
  link.close();
  const relief = { action: 'TRANSFER', deviceId: own, platform: 'TRK-BF', office: 'BF0CIN1' };
  await stand.assign(movement, {
    ...relief,
    at: start + 2 * HOUR,
    replaces: { platform: 'TRK-TG', deviceId: imei },
  });
  return { movement, own, start };
}

test('a device put on behind the border is where its office is, and says once that the border was crossed', async () => {
  const { movement, own, start } = await relieved(100, 600);
  const link = await stand.connected(own, 'TRK-BF');
  await stand.report(link, { at: start + 3 * HOUR, ...NOWHERE, ...FORCED });
  await stand.report(link, onRoad(movement, 800, { at: start + 4 * HOUR }));
  link.close();
  const told = await stand.until('BF', movement, 'a position', (all) => placed(all).includes('POSITION BF'));
  assert.deepEqual(placed(told), ['SEAL_TAMPER BF', 'CROSSED_BORDER BF', 'POSITION BF']);
});

test('a border that was told is not told again by the next device', async () => {
  const { movement, own, start } = await relieved(600, 760);
  const link = await stand.connected(own, 'TRK-BF');
  await stand.report(link, onRoad(movement, 800, { at: start + 3 * HOUR }));
  link.close();
  const told = await stand.until('BF', movement, 'two events', (all) => all.length >= 2);
  assert.deepEqual(placed(told), ['CROSSED_BORDER BF', 'POSITION BF']);
});

test('a device that never spoke is silent where it was put on', async () => {
  const { movement } = await relieved(100, 600);
  await stand.stand.advance(46 * 60);
  const told = await stand.until('BF', movement, 'the silence', (all) => all.length > 0);
  assert.deepEqual(placed(told), ['DEVICE_SILENT BF']);
});

test('a truck that has left its corridor for a country beside it is in that country, and its neighbours are not told', async () => {
  const imei = newImei();
  await stand.register(imei);
  const start = Date.now() - HOUR;
  const movement = await stand.truck(imei, { at: start });
  const link = await stand.connected(imei);
  const bolgatanga = { lat: 10.79, lon: -0.85 };
  await stand.report(link, onRoad(movement, 650, { at: start }));
  await stand.report(link, { at: start + 20 * MINUTE, ...bolgatanga, ...FORCED });
  link.close();
  const told = await stand.until('TG', movement, 'the border', (all) =>
    all.some(({ alert }) => alert === 'CROSSED_BORDER'),
  );
  assert.deepEqual(placed(told), ['POSITION TG', 'SEAL_TAMPER GH', 'CROSSED_BORDER GH']);
  assert.deepEqual(stand.events('BF', movement), []);
});
