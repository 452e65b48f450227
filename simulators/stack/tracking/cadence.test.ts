import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { StackProcess } from '../testing/stack-process.ts';
import { taken } from './testing/codec8.ts';
import { onRoad, TrackingStand } from './testing/tracking-stand.ts';

const MINUTE = 60_000;

let server: StackProcess;
let stand: TrackingStand;

before(async () => {
  server = await StackProcess.start();
  stand = await TrackingStand.start(server.otherDatabase('cadence_tracking'));
});

after(async () => {
  await stand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

test('of reports each five minutes one in a quarter of an hour is told, in order and numbered without gaps', async () => {
  const { movement, link, start } = await stand.onTheWay(2);
  for (let index = 0; index < 12; index += 1)
    await stand.report(link, onRoad(movement, 100 + 5 * index, { at: start + index * 5 * MINUTE }));
  link.close();
  const told = await stand.until('TG', movement, 'four positions', (all) => all.length >= 4);
  assert.deepEqual(
    told.map(({ recordedAt }) => (Date.parse(recordedAt) - start) / MINUTE),
    [0, 15, 30, 45],
  );
  assert.deepEqual(
    told.map(({ deviceSeq }) => deviceSeq),
    [1, 2, 3, 4],
  );
  const journey = await stand.journey('BF', movement);
  assert.equal(journey.positions.length, 12);
});

test('of reports each ten minutes all are told: one in two would be five minutes too late', async () => {
  const { movement, link, start } = await stand.onTheWay(2);
  for (let index = 0; index < 4; index += 1)
    await stand.report(link, onRoad(movement, 100 + 10 * index, { at: start + index * 10 * MINUTE }));
  link.close();
  const told = await stand.until('TG', movement, 'four positions', (all) => all.length >= 4);
  assert.deepEqual(
    told.map(({ recordedAt }) => (Date.parse(recordedAt) - start) / MINUTE),
    [0, 10, 20, 30],
  );
});

test('a truck that stands is told once an hour', async () => {
  const { movement, link, start } = await stand.onTheWay(3);
  const town = onRoad(movement, 0, { at: 0 });
  const fixes = Array.from({ length: 9 }, (_, index) => ({
    ...town,
    at: start + index * 15 * MINUTE,
    speedKmh: 0,
  }));
  assert.equal(await stand.report(link, ...fixes), taken(9));
  link.close();
  const told = await stand.until('TG', movement, 'three positions', (all) => all.length >= 3);
  assert.deepEqual(
    told.map(({ recordedAt }) => (Date.parse(recordedAt) - start) / MINUTE),
    [0, 60, 120],
  );
});
