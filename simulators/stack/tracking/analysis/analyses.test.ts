import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Road, roadOf } from '../../../../fixtures/corridors/road.ts';
import { loadReferenceData } from '../../../../fixtures/reference-data.ts';
import type { Movement } from '../../ledger/movement.ts';
import type { KeptReport } from '../kept-report.ts';
import { lookAt, type Memories } from './analyses.ts';

const MINUTE = 60_000;
const { corridors } = loadReferenceData();
const corridor = corridors.get('LOME-CINKANSE-OUAGADOUGOU');
assert.ok(corridor);
const road: Road = roadOf(corridor);

const limits = {
  corridorHalfWidthKm: 5,
  officeZoneKm: 3,
  overspeedKmh: 90,
  lowBatteryPct: 20,
  unauthorisedStopMs: 30 * MINUTE,
};

/** What the analyses read of a movement on its way, released, no border passed. */
const movement = {
  owner: 'TG',
  legs: corridor.legs.map(({ office, role, country }, index) => ({
    sequence: index + 1,
    office,
    role,
    country,
  })),
  events: [],
  releaseMessage: '01a19b61-2f40-7000-8000-000000000002',
  limitDate: new Date(1000 * MINUTE).toISOString(),
} as unknown as Movement;

interface Seen {
  readonly minute: number;
  readonly km: number;
  readonly report?: Partial<KeptReport>;
}

/** The alerts that last at each of the reports, one after the other. */
function journey(seen: readonly Seen[], of: Movement = movement): string[][] {
  let memories: Memories = {};
  return seen.map(({ minute, km, report = {} }) => {
    const { lat, lon } = road.at(km);
    const kept: KeptReport = {
      recordedAt: minute * MINUTE,
      receivedAt: minute * MINUTE,
      ahead: false,
      lat,
      lon,
      fixed: true,
      speedKmh: 50,
      courseDeg: 0,
      alerts: [],
      partial: false,
      stored: false,
      lock: null,
      authorised: null,
      batteryPct: null,
      ...report,
    };
    const { active, after } = lookAt(memories, kept, { road, movement: of, limits });
    memories = after;
    return [...active];
  });
}

test('a battery below its threshold is low until the device says more', () => {
  const battery = (batteryPct: number | null) => ({ batteryPct });
  assert.deepEqual(
    journey([
      { minute: 0, km: 100, report: battery(20) },
      { minute: 5, km: 104, report: battery(19) },
      { minute: 10, km: 108, report: battery(null) },
      { minute: 15, km: 112, report: battery(40) },
    ]),
    [[], ['LOW_BATTERY'], ['LOW_BATTERY'], []],
  );
});

test('a truck at 90 km/h is not too fast, one above is', () => {
  const at = (speedKmh: number) => ({ speedKmh });
  assert.deepEqual(
    journey([
      { minute: 0, km: 100, report: at(90) },
      { minute: 5, km: 108, report: at(90.1) },
    ]),
    [[], ['OVERSPEED']],
  );
});

test('behind the border a truck is abroad, and just behind it still at home', () => {
  const border = road.borders[0]?.km ?? 0;
  const passed = { ...movement, events: corridor.legs.map(({ office }) => ({ office, outcome: 'PASSED' })) };
  assert.deepEqual(
    journey(
      [
        { minute: 0, km: border - 5 },
        { minute: 10, km: border + 0.05 },
        { minute: 20, km: border + 0.5 },
        { minute: 30, km: border + 8 },
      ],
      passed as unknown as Movement,
    ),
    [[], [], ['CROSSED_BORDER BF'], ['CROSSED_BORDER BF']],
  );
});

test('a truck that turns back crosses the border again', () => {
  const border = road.borders[0]?.km ?? 0;
  const passed = { ...movement, events: corridor.legs.map(({ office }) => ({ office, outcome: 'PASSED' })) };
  assert.deepEqual(
    journey(
      [
        { minute: 0, km: border - 8 },
        { minute: 10, km: border + 8 },
        { minute: 20, km: border - 8 },
        { minute: 30, km: border - 20 },
      ],
      passed as unknown as Movement,
    ),
    [[], ['CROSSED_BORDER BF'], ['CROSSED_BORDER TG'], ['CROSSED_BORDER TG']],
  );
});

test('a border left without its passages is a zone left, until they are recorded', () => {
  const border = road.borders[0]?.km ?? 0;
  assert.deepEqual(
    journey([
      { minute: 0, km: border },
      { minute: 10, km: border + 6 },
    ]).map((active) => active.includes('GEOFENCE_EXIT')),
    [false, true],
  );
});

test('the zone of the office of destination is entered once, and the limit of the road passes by the clock', () => {
  assert.deepEqual(
    journey([
      { minute: 998, km: 500 },
      { minute: 1001, km: 502 },
    ]).map((active) => active.includes('ROUTE_TIMEOUT')),
    [false, true],
  );
  assert.deepEqual(
    journey([{ minute: 1, km: road.lengthKm }]).map((active) => active.includes('ARRIVAL_GEOFENCE')),
    [true],
  );
});

test('a truck that stands in one place too long is told, one found standing here and then there is not', () => {
  const standing = { speedKmh: 0 };
  assert.deepEqual(
    journey([
      { minute: 0, km: 515, report: standing },
      { minute: 31, km: 521.7, report: standing },
      { minute: 60, km: 521.7, report: standing },
      { minute: 61, km: 521.7, report: standing },
    ]),
    [[], [], [], ['UNAUTHORISED_STOP']],
  );
});

test('what a device warned of lasts through reports that have no room for it, ten minutes long', () => {
  const forced = { alerts: ['SEAL_TAMPER'] as const };
  const mute = { partial: true };
  const seen = (minute: number, report: Partial<KeptReport>) => ({ minute, km: 100 + minute, report });
  assert.deepEqual(
    journey([
      seen(0, forced),
      seen(4, mute),
      seen(8, forced),
      seen(17, mute),
      seen(19, mute),
      seen(20, forced),
    ]),
    [['SEAL_TAMPER'], ['SEAL_TAMPER'], ['SEAL_TAMPER'], ['SEAL_TAMPER'], [], ['SEAL_TAMPER']],
  );
  assert.deepEqual(
    journey([
      seen(0, forced),
      seen(4, { ...mute, alerts: ['DOOR_OPEN'] }),
      seen(5, mute),
      seen(6, {}),
      seen(7, mute),
    ]),
    [['SEAL_TAMPER'], ['SEAL_TAMPER', 'DOOR_OPEN'], ['SEAL_TAMPER'], [], []],
  );
});
