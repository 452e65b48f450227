import type { PlanItem } from './plan-leg.ts';

/**
 * How far the parts of a plan give way when it has to take less time, in this order: which part, and to which share of
 * what it was. Driving comes late, since a driver sooner sleeps less.
 * @source assumption
 */
const SHORTER: readonly (readonly [kind: 'rest' | 'short' | 'drive', share: number])[] = [
  ['rest', 0.4],
  ['short', 0.3],
  ['drive', 0.85],
  ['rest', 0],
  ['short', 0],
  ['drive', 0.7],
];
/** Most by which driving becomes slower before a wait is put in. @source assumption */
const SLOWEST = 1.15;

/**
 * Stretches or shortens a plan so that it takes exactly so long, but for the rounding of numbers.
 * @throws RangeError when no truck could do that
 */
export function fitTo(items: PlanItem[], mustTakeMs: number): void {
  const missing = mustTakeMs - totalOf(items);
  if (missing >= 0) lengthen(items, missing);
  else shorten(items, mustTakeMs);
}

function lengthen(items: PlanItem[], missingMs: number): void {
  const drivingMs = partOf(items, 'drive');
  const slower = Math.min(missingMs, drivingMs * (SLOWEST - 1)) / 2;
  if (drivingMs > 0) multiply(items, 'drive', 1 + slower / drivingMs);
  const left = missingMs - (drivingMs > 0 ? slower : 0);
  const restMs = partOf(items, 'rest');
  const pauseMs = partOf(items, 'pause');
  if (restMs > 0) multiply(items, 'rest', 1 + left / restMs);
  else if (pauseMs > 0) multiply(items, 'pause', 1 + left / pauseMs);
  else items.unshift({ kind: 'stop', why: 'pause', ms: left });
}

function shorten(items: PlanItem[], mustTakeMs: number): void {
  for (const [kind, share] of SHORTER) {
    const surplus = totalOf(items) - mustTakeMs;
    if (surplus <= 0) return;
    const has = partOf(items, kind);
    const own = ownOf(items, kind, has);
    const least = Math.min(has, own * share);
    if (has > 0) multiply(items, kind, Math.max(least, has - surplus) / has);
  }
  const surplus = totalOf(items) - mustTakeMs;
  if (surplus <= 1) return;
  throw new RangeError(
    `Failed to keep the instants of the journey: found ${Math.round(mustTakeMs / 60_000)} min for a leg that takes ` +
      `${Math.round((mustTakeMs + surplus) / 60_000)} min at least. Leave more time, or take a behaviour away.`,
  );
}

const lengthOf = (item: PlanItem): number => (item.kind === 'drive' ? item.ownMs * item.scale : item.ms);
const totalOf = (items: readonly PlanItem[]): number => items.reduce((sum, item) => sum + lengthOf(item), 0);

/** `short`: pauses and checkpoints. */
type Part = 'rest' | 'pause' | 'short' | 'drive';

function isOf(item: PlanItem, part: Part): boolean {
  if (part === 'drive') return item.kind === 'drive';
  if (item.kind !== 'stop') return false;
  return part === 'short' ? item.why !== 'rest' : item.why === part;
}

const partOf = (items: readonly PlanItem[], part: Part): number =>
  items.reduce((sum, item) => sum + (isOf(item, part) ? lengthOf(item) : 0), 0);

/** Driving is measured at the driver's own pace, so that its limits are those of the truck. */
const ownOf = (items: readonly PlanItem[], part: Part, has: number): number =>
  part === 'drive' ? items.reduce((sum, item) => sum + (item.kind === 'drive' ? item.ownMs : 0), 0) : has;

function multiply(items: readonly PlanItem[], part: Part, factor: number): void {
  for (const item of items) {
    if (!isOf(item, part)) continue;
    if (item.kind === 'drive') item.scale *= factor;
    if (item.kind === 'stop') item.ms *= factor;
  }
}
