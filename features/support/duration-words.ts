import { HarnessError } from './errors.ts';

const SECONDS: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, heure: 3600, jour: 86_400 };

/** `90 min`, `6 jours`, `2 heures`. */
export const DURATION = /(\d+) (s|min|h|heures?|jours?)/;

/** A duration in seconds, from its number and its unit. */
export const secondsOf = (count: string, unit: string): number =>
  Number(count) * (SECONDS[unit] ?? SECONDS[unit.slice(0, -1)] ?? Number.NaN);

/** A cell that holds a duration, in seconds. */
export function durationIn(cell: string): number {
  const [, count, unit] = new RegExp(`^${DURATION.source}$`).exec(cell) ?? [];
  if (count !== undefined && unit !== undefined) return secondsOf(count, unit);
  throw new HarnessError(
    'UNKNOWN_WORD',
    `« ${cell} » n'est pas une durée.`,
    'Écrivez « 90 min » ou « 2 h ».',
  );
}
