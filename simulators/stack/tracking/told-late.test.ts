import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import { newMovement } from '../testing/journey.ts';
import type { Arrival } from '../testing/seat.ts';
import { StackProcess } from '../testing/stack-process.ts';
import { newImei, onRoad, type Told, TrackingStand } from './testing/tracking-stand.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('told_late_tracking'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

async function known(): Promise<string> {
  const imei = newImei();
  await stand.register(imei);
  return imei;
}

test('what a device reported before its attachment was told is told when it is, once', async () => {
  const imei = await known();
  const start = Date.now() - 3 * HOUR;
  const movement = newMovement();
  await stand.stand.announce(movement);
  await stand.stand.release(movement);
  const link = await stand.connected(imei);
  const reports = [
    onRoad(movement, 20, { at: start - HOUR }),
    onRoad(movement, 30, { at: start + 10 * MINUTE }),
    onRoad(movement, 40, { at: start + 40 * MINUTE, event: 2, io: { 2: 1 } }),
  ];
  await stand.report(link, ...reports);
  await stand.assign(movement, { action: 'ATTACH', deviceId: imei, at: start });
  await stand.report(link, ...reports, onRoad(movement, 50, { at: start + 60 * MINUTE }));
  link.close();
  const told = await stand.until('TG', movement, 'three events', (all) => all.length >= 3);
  assert.deepEqual(
    told.map(({ alert, kind, deviceSeq, recordedAt }) => [
      alert ?? kind,
      deviceSeq,
      (Date.parse(recordedAt) - start) / MINUTE,
    ]),
    [
      ['POSITION', 1, 10],
      ['DOOR_OPEN', 2, 40],
      ['POSITION', 3, 60],
    ],
  );
  assert.equal((await stand.journey('TG', movement)).positions.length, 3);
});

test('a removal told late takes from the movement what was reported after it, for the movement of the next attachment', async () => {
  const imei = await known();
  const start = Date.now() - 5 * HOUR;
  const first = await stand.truck(imei, { at: start });
  const link = await stand.connected(imei);
  const hours = [1, 2, 3, 4];
  await stand.report(link, ...hours.map((hour) => onRoad(first, 10 * hour, { at: start + hour * HOUR })));
  link.close();
  await stand.assign(first, { action: 'DETACH', deviceId: imei, at: start + 1.5 * HOUR });
  assert.deepEqual(await hoursOf(first, start), [1]);
  const second = await stand.truck(imei, { at: start + 2.5 * HOUR });
  assert.deepEqual(await hoursOf(second, start), [3, 4]);
  const told = await stand.until('TG', second, 'two positions', (all) => all.length >= 2);
  assert.deepEqual(
    told.map(({ deviceSeq }) => deviceSeq),
    [1, 2],
  );
  await stand.assign(second, { action: 'DETACH', deviceId: imei, at: start + 3.5 * HOUR });
  await stand.assign(first, { action: 'ATTACH', deviceId: imei, at: start + 3.75 * HOUR });
  const again = await stand.connected(imei);
  await stand.report(again, onRoad(first, 60, { at: start + 4.5 * HOUR }));
  again.close();
  const all = await stand.until('TG', first, 'five positions', (events) => events.length >= 5);
  assert.deepEqual(
    all.map(({ deviceSeq, recordedAt }) => [deviceSeq, (Date.parse(recordedAt) - start) / HOUR]),
    [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 4.5],
    ],
  );
  assert.deepEqual(await hoursOf(first, start), [1, 4, 4.5]);
});

/** When the positions of a journey were recorded, in hours since its start. */
async function hoursOf(movement: Movement, start: number): Promise<number[]> {
  const { positions } = await stand.journey('TG', movement);
  return positions.map(({ recordedAt }: Told) => (Date.parse(recordedAt) - start) / HOUR);
}

test('an end told late takes back what was reported after it, and leaves no hole in the numbers of the device', async () => {
  const imei = await known();
  const start = Date.now() - 5 * HOUR;
  const movement = await stand.truck(imei, { at: start });
  const link = await stand.connected(imei);
  const at = (hour: number) => onRoad(movement, 20 * hour, { at: start + hour * HOUR });
  await stand.report(link, at(1), at(3));
  await stand.assign(movement, { action: 'DETACH', deviceId: imei, at: start + 4 * HOUR });
  await stand.stand.send(
    'TG',
    'CancellationNotice',
    {
      transitReference: movement.reference,
      reason: 'Annulation fictive',
      decidedAt: new Date(start + 2 * HOUR).toISOString(),
      office: movement.release.office,
    },
    { movementVersion: 3 },
  );
  assert.deepEqual(await hoursOf(movement, start), [1]);
  await stand.report(link, at(3.5), at(2.5));
  await stand.report(link, at(1.5));
  link.close();
  const told = await stand.until('TG', movement, 'three positions', (all) => all.length >= 3);
  assert.deepEqual(
    told.map(({ deviceSeq, recordedAt }) => [deviceSeq, (Date.parse(recordedAt) - start) / HOUR]),
    [
      [1, 1],
      [2, 3],
      [3, 1.5],
    ],
  );
  assert.deepEqual(await hoursOf(movement, start), [1, 1.5]);
});

test('a clock two minutes ahead keeps the last report before the removal on its movement, an hour ahead does not', async () => {
  const imei = await known();
  const start = Date.now() - 5 * HOUR;
  const movement = await stand.truck(imei, { at: start });
  const link = await stand.connected(imei);
  const at = (minutes: number) => onRoad(movement, 20, { at: start + minutes * MINUTE });
  await stand.report(link, at(60), at(122), at(180));
  link.close();
  await stand.assign(movement, { action: 'DETACH', deviceId: imei, at: start + 120 * MINUTE });
  assert.deepEqual(
    (await hoursOf(movement, start)).map((hours) => Math.round(hours * 60)),
    [60, 122],
  );
});

test('a clock that was ahead before the attachment is pointed out on every movement', async () => {
  const imei = await known();
  const link = await stand.connected(imei);
  const ahead = Date.now() + HOUR;
  await stand.report(link, { at: ahead, lat: 6, lon: 1 });
  const first = await stand.truck(imei);
  await stand.report(link, { at: ahead + MINUTE, lat: 6, lon: 1 });
  await stand.report(link, { at: ahead + 2 * MINUTE, lat: 6, lon: 1 });
  await stand.assign(first, { action: 'DETACH', deviceId: imei, at: Date.now() });
  await stand.truck(imei, { at: Date.now() });
  await stand.report(link, { at: ahead + 3 * MINUTE, lat: 6, lon: 1 });
  link.close();
  const found = await stand.stand.seat('TG').until('two findings', (all) => skewsOf(all, imei).length >= 2);
  assert.equal(skewsOf(found, imei).length, 2);
});

const skewsOf = (all: readonly Arrival[], imei: string): Arrival[] =>
  all.filter(
    ({ message: { payload } }) =>
      payload['kind'] === 'clock-skew' && String(payload['detail']).includes(imei),
  );
