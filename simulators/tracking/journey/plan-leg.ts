import type { Random } from '../../../fixtures/random.ts';
import { type Act, halts } from './behaviours/behaviour.ts';
import type { Drive } from './drive.ts';
import { fitTo } from './fit-plan.ts';
import { cellAt, type RoadCells } from './road-cells.ts';

/** What a truck does next on a leg of its road. */
export type PlanItem =
  /** `scale` times as long as at the driver's own pace. */
  | { readonly kind: 'drive'; readonly toKm: number; scale: number; readonly ownMs: number }
  | { readonly kind: 'stop'; readonly why: StopReason; ms: number }
  | { readonly kind: 'act'; readonly act: Act; readonly ms: number };

/** Why a truck stops on the road. */
type StopReason = 'checkpoint' | 'pause' | 'rest';

/** A driver on one journey. */
export interface Driver {
  /** Speed with short stops, as the corridor file counts it. */
  readonly kmh: number;
  /** Since the last long rest, short stops included, ms. */
  awakeMs: number;
}

/** A leg of a journey to plan. */
interface LegToPlan {
  readonly cells: RoadCells;
  readonly drive: Drive;
  readonly random: Random;
  readonly driver: Driver;
  readonly fromKm: number;
  readonly toKm: number;
  readonly startsAt: number;
  /** How long it has to take, ms; null: as long as it takes. */
  readonly mustTakeMs: number | null;
  /** In order of the road; those that pass by take no part. */
  readonly acts: readonly Act[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Two stops nearer than that are one. */
const APART_KM = 1;
/** Shortest pause in a town. @source assumption: fuel, a meal, a prayer */
const SHORTEST_PAUSE_MS = 5 * MINUTE;
/** How far from the middle of a town a truck stops, km. @source assumption */
const IN_TOWN_KM = 1;
/** Longest time at a checkpoint. @source assumption: below the stop that a platform takes for abnormal */
const LONGEST_CHECKPOINT_MS = 25 * MINUTE;
/** Spread of the time at a checkpoint (sigma of its logarithm). @source assumption */
const CHECKPOINT_SIGMA = 0.5;
/** Day, hours of UTC, which is the time of the sun on these roads. @source assumption: as DAY_ONLY_NORTH_OF_DEG */
const DAWN = 6;
const DUSK = 19;
/** By night one drives slower. @source tracking notes, section 10.2 (night factor); 0.85 is an assumption */
const NIGHT_SCALE = 1 / 0.85;
/** Speed off the road, over land or on a track, km/h. @source assumption */
const OFF_ROAD_KMH = 30;

interface Stop {
  readonly km: number;
  readonly item: PlanItem;
}

/**
 * Stops and drives of one leg, in order: checkpoints spread over the road, pauses in its towns, and rest there or at the
 * office when the driver would be awake too long before the next town, or drive by night where one drives only by day.
 * @throws RangeError when the leg has to take less time than a truck needs
 */
export function planLeg(leg: LegToPlan): PlanItem[] {
  const { drive, driver } = leg;
  const items: PlanItem[] = [];
  let at = leg.startsAt;
  let km = leg.fromKm;
  const push = (item: PlanItem): void => {
    items.push(item);
    const ms = item.kind === 'drive' ? item.ownMs * item.scale : item.ms;
    at += ms;
    driver.awakeMs = item.kind === 'stop' && item.why === 'rest' ? 0 : driver.awakeMs + ms;
  };
  const driveTo = (toKm: number): void => {
    const ownMs = drive.totalMs(km, toKm);
    if (toKm > km) push({ kind: 'drive', toKm, ownMs, scale: isNight(at) ? NIGHT_SCALE : 1 });
    km = toKm;
  };
  const rest = (stops: readonly Stop[]): void => {
    const ms = restBefore(leg, at, km, toNextTown(leg, km, stops));
    if (ms > 0) push({ kind: 'stop', why: 'rest', ms });
  };
  const stops = stopsOf(leg);
  rest(stops);
  for (const [index, { km: stopKm, item }] of stops.entries()) {
    driveTo(stopKm);
    push(item);
    if (isInTown(item)) rest(stops.slice(index + 1));
  }
  driveTo(leg.toKm);
  if (leg.mustTakeMs !== null) fitTo(items, leg.mustTakeMs);
  return items;
}

/** How long the steps of an act take, ms. */
function actMs({ steps }: Act): number {
  let total = 0;
  let out = 0;
  for (const step of steps) {
    if (step.do === 'stop') total += step.minutes * MINUTE;
    if (step.do === 'leave') out = spurMs(step.km);
    if (step.do === 'leave' || step.do === 'back') total += out;
  }
  return total;
}

/** How long it takes off the road over so many km, ms: from rest to rest, the speed rising and falling evenly. */
export const spurMs = (km: number): number => (km / OFF_ROAD_KMH) * HOUR;

/** The way to the next place where a truck may stand for long. */
interface Ahead {
  readonly km: number;
  readonly ms: number;
}

function toNextTown({ drive, toKm }: LegToPlan, fromKm: number, stops: readonly Stop[]): Ahead {
  const town = stops.findIndex(({ item }) => isInTown(item));
  const km = stops[town]?.km ?? toKm;
  const between = town < 0 ? stops : stops.slice(0, town);
  const stopMs = between.reduce((sum, { item }) => sum + (item.kind === 'stop' ? item.ms : 0), 0);
  return { km, ms: drive.totalMs(fromKm, km) + stopMs };
}

const isInTown = (item: PlanItem): boolean => item.kind === 'stop' && item.why === 'pause';

function restBefore({ cells, random, driver }: LegToPlan, at: number, km: number, ahead: Ahead): number {
  const drivingMs = cells.road.corridor.speed.drivingHoursPerDay * HOUR;
  const dayOnly = cells.dayOnly[cellAt(cells, km)] === 1 || cells.dayOnly[cellAt(cells, ahead.km)] === 1;
  const sinceMidnight = at % DAY;
  const tooLate = sinceMidnight + ahead.ms > DUSK * HOUR && ahead.ms < (DUSK - DAWN) * HOUR;
  if (dayOnly && (sinceMidnight < DAWN * HOUR || tooLate)) {
    const dawn = sinceMidnight < DAWN * HOUR ? DAWN * HOUR : DAY + DAWN * HOUR;
    return dawn - sinceMidnight + random.next() * 40 * MINUTE;
  }
  if (driver.awakeMs + ahead.ms <= drivingMs) return 0;
  return (DAY - drivingMs) * (0.85 + 0.3 * random.next());
}

const isNight = (at: number): boolean => at % DAY < DAWN * HOUR || at % DAY > DUSK * HOUR;

/** Stops of the road, and those of behaviours, in order of the road; never at its ends. */
function stopsOf(leg: LegToPlan): Stop[] {
  const acts = leg.acts
    .filter(halts)
    .map((act): Stop => ({ km: act.km, item: { kind: 'act', act, ms: actMs(act) } }));
  const stops = [...checkpointsOf(leg), ...pausesOf(leg), ...acts].sort((a, b) => a.km - b.km);
  const kept: Stop[] = [];
  for (const stop of stops) {
    const isAtEnd = stop.km < leg.fromKm + APART_KM || stop.km > leg.toKm - APART_KM;
    if (!isAtEnd || stop.item.kind === 'act') keep(stop, kept);
  }
  return kept;
}

/** Puts a stop behind the others, but of two that are one keeps the weightier. */
function keep(stop: Stop, kept: Stop[]): void {
  const before = kept.at(-1);
  const isNear = before !== undefined && stop.km - before.km < APART_KM;
  const gains = before ? rankOf(stop) - rankOf(before) : 1;
  if (isNear && gains <= 0 && stop.item.kind !== 'act') return;
  if (isNear && gains > 0) kept.pop();
  kept.push(stop);
}

/** Of two stops that are one, the higher stays; two acts both do. */
const rankOf = ({ item }: Stop): number => (item.kind === 'act' ? 2 : isInTown(item) ? 1 : 0);

function checkpointsOf({ cells, random, fromKm, toKm }: LegToPlan): Stop[] {
  const { checkpoints, distanceKm } = cells.road.corridor;
  if (checkpoints.count === 0) return [];
  const gapKm = distanceKm / checkpoints.count;
  const median = checkpoints.minutesEach * MINUTE * Math.exp(-(CHECKPOINT_SIGMA ** 2) / 2);
  const stops: Stop[] = [];
  for (let km = fromKm + gapKm * random.next(); km < toKm; km += gapKm * (0.4 + 1.2 * random.next())) {
    const ms = Math.min(LONGEST_CHECKPOINT_MS, random.lognormal(median, CHECKPOINT_SIGMA));
    stops.push({ km, item: { kind: 'stop', why: 'checkpoint', ms } });
  }
  return stops;
}

/** Pauses in the towns of the leg, which bring the speed of the road down to the driver's speed with short stops. */
function pausesOf({ cells, drive, random, driver, fromKm, toKm }: LegToPlan): Stop[] {
  const apart = APART_KM + IN_TOWN_KM;
  const towns = cells.road.corridor.road.filter(
    ({ kmFromStart }) => kmFromStart > fromKm + apart && kmFromStart < toKm - apart,
  );
  const totalMs = ((toKm - fromKm) / driver.kmh) * HOUR - drive.totalMs(fromKm, toKm);
  return towns.map(({ kmFromStart }) => ({
    km: kmFromStart + IN_TOWN_KM * (2 * random.next() - 1),
    item: {
      kind: 'stop',
      why: 'pause',
      ms: Math.max(SHORTEST_PAUSE_MS, (totalMs / towns.length) * (0.5 + random.next())),
    },
  }));
}
