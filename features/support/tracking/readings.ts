import type { DataTable } from '@cucumber/cucumber';
import { distanceKm } from '../../../fixtures/corridors/distance.ts';
import type { Reading } from '../../../simulators/tracking/devices/dialect.ts';
import { rowsOf } from '../columns.ts';
import { wholeNumber, yesOrNo } from '../words.ts';
import type { CorridorWorld } from '../world.ts';
import { courseDeg, type Position, positionNamed } from './positions.ts';
import { trackingOf } from './tracking-desk.ts';
import { alertNamed, lockNamed, secondsOf } from './tracking-words.ts';

/** What a scenario says of one report; all else is as it was. */
export interface Said {
  /** Seconds after the day began. */
  readonly afterSeconds: number;
  /** A place, in the words of `positions.ts`; absent: where it was. */
  readonly place?: string | Position | undefined;
  readonly speedKmh?: number | undefined;
  /** Absent: that of the way from the report before. */
  readonly courseDeg?: number | undefined;
  readonly batteryPct?: number | undefined;
  readonly lock?: Reading['lock'] | undefined;
  readonly authorised?: boolean | undefined;
  readonly alerts?: Reading['alerts'] | undefined;
  readonly fixed?: boolean | undefined;
}

const PARKED = { speedKmh: 0, batteryPct: 87, lock: 'LOCKED', altitudeM: 250 } as const;
const SATELLITES = 9;

/** A reading by the clock of a device that is right. @param before the one before it; default: the last one sent */
export function readingOf(
  world: CorridorWorld,
  said: Said,
  before = trackingOf(world).readings.at(-1),
): Reading {
  const desk = trackingOf(world);
  const { reference } = world.run.settings;
  const start = world.movement.corridor.road[0];
  const last = before
    ? { latitudeDeg: before.lat, longitudeDeg: before.lon }
    : { latitudeDeg: start?.latitudeDeg ?? 0, longitudeDeg: start?.longitudeDeg ?? 0 };
  const { place = last } = said;
  const here = typeof place === 'string' ? positionNamed(reference, place) : place;
  const fixed = said.fixed ?? true;
  return {
    at: desk.beganAt + said.afterSeconds * 1000,
    lat: here.latitudeDeg,
    lon: here.longitudeDeg,
    altitudeM: PARKED.altitudeM,
    speedKmh: said.speedKmh ?? PARKED.speedKmh,
    courseDeg: said.courseDeg ?? courseDeg(last, here),
    satellites: fixed ? SATELLITES : 0,
    fixed,
    batteryPct: said.batteryPct ?? before?.batteryPct ?? PARKED.batteryPct,
    externalPower: false,
    lock: said.lock ?? PARKED.lock,
    authorised: said.authorised ?? false,
    odometerKm: (before?.odometerKm ?? 0) + Math.round(distanceKm(last, here)),
    alerts: said.alerts ?? [],
  };
}

/** Readings of a table: `après` is counted from the beginning of the day. */
export const readingsOf = (world: CorridorWorld, table: DataTable): Reading[] => {
  const readings: Reading[] = [];
  for (const row of rowsOf(table, COLUMNS)) readings.push(readingOf(world, saidOf(row), readings.at(-1)));
  return readings;
};

const COLUMNS = {
  après: secondsOf,
  lieu: String,
  vitesse: wholeNumber,
  cap: wholeNumber,
  batterie: wholeNumber,
  scellé: lockNamed,
  autorisé: yesOrNo,
  alerte: (cell: string) => (cell === '' ? [] : cell.split(', ').map(alertNamed)),
  position: yesOrNo,
} as const;

const saidOf = (row: Partial<ReturnType<typeof rowsOf<typeof COLUMNS>>[number]>): Said => ({
  afterSeconds: row['après'] ?? 0,
  place: row['lieu'],
  speedKmh: row['vitesse'],
  courseDeg: row['cap'],
  batteryPct: row['batterie'],
  lock: row['scellé'],
  authorised: row['autorisé'],
  alerts: row['alerte'],
  fixed: row['position'],
});

/** The device reports at this moment of the test clock, to the second: what was moved by hours is behind it. */
export async function reportNow(world: CorridorWorld, said: Omit<Said, 'afterSeconds'>): Promise<void> {
  const desk = trackingOf(world);
  const afterSeconds = Math.floor((world.environment.clock.now() - desk.beganAt) / 1000);
  await desk.report(desk.current, [readingOf(world, { ...said, afterSeconds })]);
}
