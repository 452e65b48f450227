import { HarnessError } from './errors.ts';

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** `1er janvier 2026`, as part of an expression. */
export const DATE = `(\\d{1,2})(?:er)? (${MONTHS.join('|')}) (\\d{4})`;

/** `1`, `janvier`, `2026` -> `2026-01-01`; a day that no calendar has is an error. */
export function dateNamed(day: string, month: string, year: string): string {
  const date = `${year}-${twoDigits(MONTHS.indexOf(month) + 1)}-${twoDigits(Number(day))}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  if (!Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)) return date;
  throw new HarnessError('UNKNOWN_WORD', `Le ${day} ${month} ${year} n'existe pas.`, 'Corrigez la date.');
}

/** The same with a time of day, UTC: `2026-01-01T10:00:00Z`. */
export const instantNamed = (
  day: string,
  month: string,
  year: string,
  hours: string,
  minutes: string,
): string => `${dateNamed(day, month, year)}T${twoDigits(Number(hours))}:${minutes}:00Z`;

const twoDigits = (number: number): string => String(number).padStart(2, '0');
