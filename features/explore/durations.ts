import { lastDay } from './cast.ts';
import type { Move } from './move.ts';
import { DAY_MS, HOUR_MS, SECOND_MS } from './units.ts';
import { WORDS } from './words.ts';

const NOON_MS = 12 * HOUR_MS;
/** Past any doubt between two clocks, seconds. */
const PAST_LIMIT_S = 600;

/** How long a wait lasts, seconds; null when what it waits for is over or unknown. */
export function secondsOf(
  { detail, count }: Move,
  now: number,
  limitDate: string | undefined,
): number | null {
  if (detail.includes(WORDS.pastLimit)) {
    if (limitDate === undefined) return null;
    const seconds = Math.ceil((Date.parse(limitDate) - now) / SECOND_MS) + PAST_LIMIT_S;
    return seconds > PAST_LIMIT_S ? seconds : null;
  }
  if (detail.includes(WORDS.untilMonthEnd)) {
    const end = lastDay(now, 0) + NOON_MS;
    const next = end > now ? end : lastDay(end + 2 * DAY_MS, 0) + NOON_MS;
    return Math.ceil((next - now) / SECOND_MS);
  }
  return count ?? null;
}
