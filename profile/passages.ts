import type { Leg } from './messages/parts/parts.ts';
import { timers } from './timers/timers.ts';

/** A passage that took place: which office, when. */
export interface Passage {
  readonly office: string;
  /** ISO 8601, UTC. */
  readonly passedAt: string;
}

/**
 * Offices of passage on the itinerary that nobody has reported; an arrival is accepted all the same and the office
 * of departure and each silent country are told (`passage-missing`).
 * @param legs the itinerary in force, in order of travel
 * @source profile decision P13
 */
export function missingPassages(legs: readonly Leg[], passages: readonly Passage[]): Leg[] {
  const passed = new Set(passages.map(({ office }) => office));
  return legs.filter(({ office, role }) => (role === 'EXIT' || role === 'ENTRY') && !passed.has(office));
}

/**
 * Pairs of passages in an impossible order: a later office of the itinerary passed before an earlier one, by more
 * than the clocks may differ. A finding (`passage-order`), never a refusal; the order of reception does not matter.
 * @source profile decision P12
 */
export function passagesOutOfOrder(
  legs: readonly Leg[],
  passages: readonly Passage[],
  toleranceSeconds: number = timers.passageTolerance.seconds,
): { readonly earlier: Passage; readonly later: Passage }[] {
  const place = new Map<string, number>(legs.map(({ office, sequence }) => [office, sequence]));
  const inOrder = passages
    .filter(({ office }) => place.has(office))
    .sort((a, b) => (place.get(a.office) ?? 0) - (place.get(b.office) ?? 0));
  return inOrder.flatMap((earlier, index) =>
    inOrder
      .slice(index + 1)
      .filter(({ passedAt }) => Date.parse(earlier.passedAt) - Date.parse(passedAt) > toleranceSeconds * 1000)
      .map((later) => ({ earlier, later })),
  );
}
