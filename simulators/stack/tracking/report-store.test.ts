import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import pino from 'pino';
import type { StackContext } from '../stack-context.ts';
import type { KeptReport } from './kept-report.ts';
import { RareLog } from './rare-log.ts';
import { ReportStore } from './report-store.ts';
import type { Arrived } from './tracker.ts';

const REPORT: KeptReport = {
  recordedAt: 0,
  receivedAt: 0,
  ahead: false,
  lat: null,
  lon: null,
  fixed: false,
  speedKmh: null,
  courseDeg: null,
  alerts: [],
  partial: false,
  stored: false,
  lock: null,
  authorised: null,
  batteryPct: null,
};

const DEVICE: Arrived['device'] = {
  platform: 'TRK-TG',
  deviceId: '350000000000001',
  protocol: 'teltonika',
  zoneMinutes: 0,
  state: 'UNASSIGNED',
  newestAt: null,
  heardAt: null,
  clockAhead: false,
};

const QUOTA = { frames: 2, reports: 100 };

/** A frame of a device of its own. */
const frameOf = (reports: number): Arrived => ({
  device: { ...DEVICE, deviceId: randomUUID() },
  reports: Array.from({ length: reports }, () => REPORT),
  receivedAt: 0,
});

const outcomeOf = (keeping: Promise<void>): Promise<string> =>
  keeping.then(
    () => 'kept',
    (error: Error) => error.message,
  );

test('a store that is full is told in the log, once a second at most for one reason', async () => {
  const lines: string[] = [];
  let now = 0;
  const log = new RareLog(pino({}, { write: (line) => lines.push(line) }), () => now);
  const store = new ReportStore({} as StackContext, log, QUOTA); // without books: nothing is kept
  const first = outcomeOf(store.keep(frameOf(50_000)));
  for (const at of [0, 999, 1_000]) {
    now = at;
    await outcomeOf(store.keep(frameOf(1)));
  }
  const full = lines.filter((line) => line.includes('STORE_FULL')).map((line) => JSON.parse(line));
  assert.deepEqual(
    full.map(({ untold, msg }) => [untold, msg]),
    [
      [0, 'Failed to keep the reports of a frame; the device keeps them.'],
      [1, 'Failed to keep the reports of a frame; the device keeps them.'],
    ],
  );
  assert.notEqual(await first, 'kept');
});

test('a frame whose reports would be too many beside those that wait is turned away, and later ones are not', async () => {
  const log = new RareLog(pino({ level: 'silent' }), () => 0);
  const store = new ReportStore({} as StackContext, log, QUOTA); // without books: nothing is kept
  const first = outcomeOf(store.keep(frameOf(30_000)));
  const second = outcomeOf(store.keep(frameOf(20_001)));
  const third = outcomeOf(store.keep(frameOf(20_000)));
  assert.equal(await second, 'Failed to keep 20001 reports: 30000 wait already.');
  assert.doesNotMatch(await first, /wait already/);
  assert.doesNotMatch(await third, /wait already/);
  assert.doesNotMatch(await outcomeOf(store.keep(frameOf(50_001))), /wait already/);
});

test('a device has its share of the store, which leaves place to others; a sign of life needs none behind a frame', async () => {
  const log = new RareLog(pino({ level: 'silent' }), () => 0);
  const store = new ReportStore({} as StackContext, log, QUOTA);
  const more = (reports: number): Promise<string> =>
    outcomeOf(store.keep({ ...frameOf(reports), device: DEVICE }));
  const outcomes = [more(101), more(1), more(0), more(0)];
  const [first, second, ...alive] = await Promise.all(outcomes);
  assert.doesNotMatch(`${first}`, /wait already/);
  assert.equal(second, 'Failed to keep 1 reports: 1 frames of this device wait already.');
  for (const one of alive) assert.doesNotMatch(one, /wait already/);
  const [third, fourth, fifth] = await Promise.all([more(1), more(1), more(1)]);
  for (const one of [third, fourth]) assert.doesNotMatch(`${one}`, /wait already/);
  assert.equal(fifth, 'Failed to keep 1 reports: 2 frames of this device wait already.');
});
