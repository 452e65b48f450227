import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Seat } from '../testing/seat.ts';
import { StackProcess } from '../testing/stack-process.ts';
import { taken } from './testing/codec8.ts';
import { newImei, onRoad, type Told, TrackingStand } from './testing/tracking-stand.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('reports_tracking'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const kinds = (told: readonly Told[]): string[] => told.map(({ alert, kind }) => alert ?? kind);
const ofAlert = (told: readonly Told[], code: string): Told[] => told.filter(({ alert }) => alert === code);

test('reports of one moment stand in the order of their packet', async () => {
  const { movement, link, start } = await stand.onTheWay(1);
  const speeds = [61, 17, 43, 5, 88, 29, 70];
  const fixes = speeds.map((speedKmh) => onRoad(movement, 150, { at: start + MINUTE, speedKmh }));
  assert.equal(await stand.report(link, ...fixes), taken(7));
  link.close();
  const { positions } = await stand.journey('TG', movement);
  assert.deepEqual(
    positions.map(({ speedKmh }: { speedKmh: number }) => speedKmh),
    speeds,
  );
});

test('the same report sent again is answered alike and has no second effect', async () => {
  const { movement, link, start } = await stand.onTheWay(1);
  const fix = onRoad(movement, 150, { at: start + MINUTE, event: 2, io: { 2: 1 } });
  assert.equal(await stand.report(link, fix), taken(1));
  assert.equal(await stand.report(link, fix), taken(1));
  assert.equal(await stand.report(link, fix, fix), taken(2));
  link.close();
  const told = await stand.until('TG', movement, 'the alert', (all) => all.length >= 1);
  assert.deepEqual(kinds(told), ['DOOR_OPEN']);
  const journey = await stand.journey('TG', movement);
  assert.deepEqual([journey.positions.length, journey.alerts.length], [1, 1]);
});

test('what is sent after what is newer takes its place in the journey and is marked as stored', async () => {
  const { movement, link, start } = await stand.onTheWay(4);
  await stand.report(link, onRoad(movement, 100, { at: start }));
  await stand.report(link, onRoad(movement, 160, { at: start + 3 * HOUR }));
  await stand.report(link, onRoad(movement, 140, { at: start + 2 * HOUR }));
  await stand.report(link, onRoad(movement, 120, { at: start + HOUR }));
  link.close();
  const told = await stand.until('TG', movement, 'four positions', (all) => all.length >= 4);
  assert.deepEqual(
    told.map(({ recordedAt, deviceSeq, stored }) => [
      (Date.parse(recordedAt) - start) / HOUR,
      deviceSeq,
      stored,
    ]),
    [
      [0, 1, true],
      [3, 2, true],
      [2, 3, true],
      [1, 4, true],
    ],
  );
  const { positions } = await stand.journey('TG', movement);
  assert.deepEqual(
    positions.map(({ deviceSeq }: Told) => deviceSeq),
    [1, 4, 3, 2],
  );
});

test('an alert is told once while it lasts, again when it has come back, whatever comes late', async () => {
  const { movement, link, start } = await stand.onTheWay(2);
  const jammed = (minute: number) =>
    onRoad(movement, 100 + minute, { at: start + minute * MINUTE, io: { 249: 1 } });
  const clear = (minute: number) => onRoad(movement, 100 + minute, { at: start + minute * MINUTE });
  await stand.report(link, clear(0), jammed(10), jammed(12));
  await stand.report(link, jammed(14), clear(20), jammed(30));
  await stand.report(link, jammed(11), jammed(31));
  link.close();
  const told = await stand.until('TG', movement, 'two alerts', (all) => ofAlert(all, 'GNSS_JAM').length >= 2);
  assert.deepEqual(
    ofAlert(told, 'GNSS_JAM').map(({ recordedAt }) => (Date.parse(recordedAt) - start) / MINUTE),
    [10, 30],
  );
  const { alerts } = await stand.journey('TG', movement);
  assert.equal(alerts.length, 2);
});

test('a clock that is ahead is pointed out once to the country of the platform, and no position of it is told', async () => {
  const { movement, link, start } = await stand.onTheWay(1);
  await stand.report(link, onRoad(movement, 100, { at: start }));
  const ahead = Date.now() + 20 * MINUTE;
  await stand.report(link, onRoad(movement, 130, { at: ahead }));
  await stand.report(link, onRoad(movement, 131, { at: ahead + MINUTE, event: 2, io: { 2: 1 } }));
  link.close();
  const told = await stand.until('TG', movement, 'the alert', (all) => ofAlert(all, 'DOOR_OPEN').length > 0);
  assert.deepEqual(kinds(told), ['POSITION', 'DOOR_OPEN']);
  assert.ok(told.every(({ recordedAt }) => Date.parse(recordedAt) <= Date.now()));
  const notices = await stand.stand
    .seat('TG')
    .until('the finding', (all) => all.some(({ message }) => message.payload['kind'] === 'clock-skew'));
  assert.equal(notices.filter(({ message }) => message.payload['kind'] === 'clock-skew').length, 1);
  const { positions } = await stand.journey('TG', movement);
  assert.deepEqual(
    positions.map(({ clockAhead, recordedAt }: { clockAhead?: boolean; recordedAt: string }) => [
      clockAhead ?? false,
      recordedAt,
    ]),
    [start, ahead, ahead + MINUTE].map((at, index) => [index > 0, new Date(at).toISOString()]),
  );
});

test('beside what a platform elsewhere told, a report of a clock ahead stands when it came', async () => {
  const { movement, link, imei } = await stand.onTheWay(1);
  await using niger = await Seat.start('TRK-NE', stand.url);
  const deviceId = `FICTIF-${newImei()}`;
  await stand.report(link, onRoad(movement, 130, { at: Date.now() + 20 * MINUTE }));
  link.close();
  const replaces = { platform: 'TRK-TG', deviceId: imei };
  const relief = { action: 'TRANSFER', platform: 'TRK-NE', deviceId, at: Date.now(), replaces };
  await stand.assign(movement, relief);
  const now = new Date().toISOString();
  const told = {
    ...{
      transitReference: movement.reference,
      eventId: randomUUID(),
      platform: 'TRK-NE',
      deviceId,
      deviceSeq: 1,
    },
    ...{ kind: 'POSITION', recordedAt: now, receivedAt: now, territory: 'TG', gnss: 'FIX', stored: false },
    position: { latitudeDeg: 8.98, longitudeDeg: 1.13 },
  };
  const { answer } = await niger.send('TrackingEvent', told, { recipient: 'territory' });
  assert.equal(answer.status, 202, answer.text);
  const { positions } = await stand.journey('TG', movement);
  assert.deepEqual(
    positions.map(({ platform }: { platform: string }) => platform),
    ['TRK-TG', 'TRK-NE'],
  );
});

test('without a fix the country is the last one known, and zero degrees are no position', async () => {
  const { movement, link, start } = await stand.onTheWay(1);
  await stand.report(link, onRoad(movement, 700, { at: start }));
  await stand.report(link, {
    at: start + 20 * MINUTE,
    lat: 0,
    lon: 0,
    satellites: 0,
    speedKmh: 0,
    event: 2,
    io: { 2: 1 },
  });
  link.close();
  const told = await stand.until('BF', movement, 'the door', (all) => ofAlert(all, 'DOOR_OPEN').length > 0);
  const door = ofAlert(told, 'DOOR_OPEN')[0];
  assert.deepEqual([door?.territory, door?.gnss, door?.position], ['BF', 'LOST', undefined]);
});

test('the platform finds a diversion at the second report off the corridor, and tells it once', async () => {
  const { movement, link, start } = await stand.onTheWay(2);
  const off = (minute: number) => {
    const fix = onRoad(movement, 200 + minute, { at: start + minute * MINUTE });
    return { ...fix, lon: fix.lon + 0.2 };
  };
  await stand.report(
    link,
    onRoad(movement, 200, { at: start }),
    off(10),
    onRoad(movement, 211, { at: start + 11 * MINUTE }),
  );
  await stand.report(link, off(20), off(25), off(30));
  link.close();
  const told = await stand.until(
    'TG',
    movement,
    'the diversion',
    (all) => ofAlert(all, 'DEVIATION').length > 0,
  );
  assert.deepEqual(
    ofAlert(told, 'DEVIATION').map(({ recordedAt }) => (Date.parse(recordedAt) - start) / MINUTE),
    [25],
  );
});

test('a truck that leaves the office of departure before its release is told at once', async () => {
  const imei = newImei();
  await stand.register(imei);
  const start = Date.now() - HOUR;
  const movement = await stand.truck(imei, { at: start, release: false });
  const link = await stand.connected(imei);
  await stand.report(
    link,
    onRoad(movement, 0, { at: start }),
    onRoad(movement, 12, { at: start + 20 * MINUTE }),
  );
  link.close();
  const told = await stand.until(
    'TG',
    movement,
    'the exit',
    (all) => ofAlert(all, 'GEOFENCE_EXIT').length > 0,
  );
  assert.deepEqual(kinds(told), ['POSITION', 'GEOFENCE_EXIT']);
});

test('a long stop between towns is told, one in a town is not', async () => {
  const { movement, link, start } = await stand.onTheWay(3);
  const stands = (km: number, minute: number) =>
    onRoad(movement, km, { at: start + minute * MINUTE, speedKmh: 0 });
  const town = movement.corridor.road[3]?.kmFromStart ?? 0;
  const next = movement.corridor.road[4]?.kmFromStart ?? 0;
  await stand.report(
    link,
    stands(town, 0),
    stands(town, 50),
    onRoad(movement, town + 10, { at: start + 60 * MINUTE }),
  );
  await stand.report(
    link,
    stands((town + next) / 2, 80),
    stands((town + next) / 2, 105),
    stands((town + next) / 2, 112),
  );
  link.close();
  const told = await stand.until(
    'TG',
    movement,
    'the stop',
    (all) => ofAlert(all, 'UNAUTHORISED_STOP').length > 0,
  );
  assert.deepEqual(
    ofAlert(told, 'UNAUTHORISED_STOP').map(({ recordedAt }) => (Date.parse(recordedAt) - start) / MINUTE),
    [112],
  );
});
