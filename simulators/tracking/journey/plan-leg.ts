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
export type StopReason = 'checkpoint' | 'pause' | 'rest';

/** A driver on one journey. */
export interface Driver {
  /** Speed with short stops, as the corridor file counts it. */
  readonly kmh: number;
  /** Since the last long rest, short stops included, ms. */
  awakeMs: number;
}

/** A leg of a journey to plan. */
export interface LegToPlan {
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
/** Mean of a pause of the driver. @source assumption: a meal, fuel, a prayer, the tyres */
const PAUSE_MS = 35 * MINUTE;
/** Spread of the time at a checkpoint (sigma of its logarithm). @source assumption */
const CHECKPOINT_SIGMA = 0.5;
/** Day, hours of UTC, which is the time of the sun on these roads. @source assumption: as DAY_ONLY_NORTH_OF_DEG */
const DAWN = 6;
const DUSK = 19;
/** By night one drives slower. @source gps.md 10.2 (night factor); 0.85 is an assumption */
const NIGHT_SCALE = 1 / 0.85;
/** Speed off the road, over land or on a track, km/h. @source assumption */
export const OFF_ROAD_KMH = 30;

interface Stop {
  readonly km: number;
  readonly item: PlanItem;
}

/**
 * Stops and drives of one leg, in order: checkpoints and pauses spread over the road, rest when the driver was awake long
 * enough, and by night where one drives only by day.
 * @throws RangeError when the leg has to take less time than a truck needs
 */
export function planLeg(leg: LegToPlan): PlanItem[] {
  const { cells, drive, driver } = leg;
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
    const dayOnly = cells.dayOnly[cellAt(cells, km)] === 1 || cells.dayOnly[cellAt(cells, toKm)] === 1;
    const restMs = restBefore(leg, at, ownMs, dayOnly);
    if (restMs > 0) push({ kind: 'stop', why: 'rest', ms: restMs });
    if (toKm > km) push({ kind: 'drive', toKm, ownMs, scale: isNight(at) ? NIGHT_SCALE : 1 });
    km = toKm;
  };
  for (const stop of stopsOf(leg)) {
    driveTo(stop.km);
    push(stop.item);
  }
  driveTo(leg.toKm);
  if (leg.mustTakeMs !== null) fitTo(items, leg.mustTakeMs);
  return items;
}

/** How long the steps of an act take, ms. */
export function actMs({ steps }: Act): number {
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

function restBefore(
  { cells, random, driver }: LegToPlan,
  at: number,
  driveMs: number,
  dayOnly: boolean,
): number {
  const drivingMs = cells.road.corridor.speed.drivingHoursPerDay * HOUR;
  const sinceMidnight = at % DAY;
  const tooLate = sinceMidnight + driveMs > DUSK * HOUR && driveMs < (DUSK - DAWN) * HOUR;
  if (dayOnly && (sinceMidnight < DAWN * HOUR || tooLate)) {
    const dawn = sinceMidnight < DAWN * HOUR ? DAWN * HOUR : DAY + DAWN * HOUR;
    return dawn - sinceMidnight + random.next() * 40 * MINUTE;
  }
  if (driver.awakeMs + driveMs <= drivingMs) return 0;
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
    const before = kept.at(-1);
    const isAct = stop.item.kind === 'act';
    if (!isAct && (stop.km < leg.fromKm + APART_KM || stop.km > leg.toKm - APART_KM)) continue;
    if (!isAct && before && stop.km - before.km < APART_KM) continue;
    if (isAct && before && before.item.kind !== 'act' && stop.km - before.km < APART_KM) kept.pop();
    kept.push(stop);
  }
  return kept;
}

function checkpointsOf({ cells, random, fromKm, toKm }: LegToPlan): Stop[] {
  const { checkpoints, distanceKm } = cells.road.corridor;
  if (checkpoints.count === 0) return [];
  const gapKm = distanceKm / checkpoints.count;
  const median = checkpoints.minutesEach * MINUTE * Math.exp(-(CHECKPOINT_SIGMA ** 2) / 2);
  const stops: Stop[] = [];
  for (let km = fromKm + gapKm * random.next(); km < toKm; km += gapKm * (0.4 + 1.2 * random.next())) {
    const ms = random.lognormal(median, CHECKPOINT_SIGMA);
    stops.push({ km, item: { kind: 'stop', why: 'checkpoint', ms } });
  }
  return stops;
}

/** Pauses that bring the speed of the road down to the driver's speed with short stops. */
function pausesOf({ drive, random, driver, fromKm, toKm }: LegToPlan): Stop[] {
  const totalMs = ((toKm - fromKm) / driver.kmh) * HOUR - drive.totalMs(fromKm, toKm);
  const count = Math.round(totalMs / PAUSE_MS);
  if (count < 1) return [];
  const eachKm = (toKm - fromKm) / count;
  return Array.from({ length: count }, (_, index) => ({
    km: fromKm + eachKm * (index + 0.2 + 0.6 * random.next()),
    item: { kind: 'stop', why: 'pause', ms: (totalMs / count) * (0.5 + random.next()) },
  }));
}
