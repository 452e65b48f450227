import { FieldError } from '../protocol.ts';

const MINUTE_MS = 60_000;

/**
 * Reads a clock of twelve digits, DDMMYYHHMMSS, of this century.
 *
 * @param zoneMinutes how far the clock is ahead of UTC
 * @returns ISO 8601 in UTC with milliseconds; null when it is no date
 * @source JT701D Protocol Manual V1.4 (tracking notes, clause 2)
 */
export function clockToIso(digits: string, zoneMinutes: number): string | null {
  const part = (at: number): number => Number(digits.slice(at, at + 2));
  const [day, month, year] = [part(0), part(2), part(4)];
  const [hour, minute, second] = [part(6), part(8), part(10)];
  const at = new Date(Date.UTC(2000 + year, month - 1, day, hour, minute, second));
  // A 31st of February rolls over into March: the digits would not come back.
  const whole = at.getUTCDate() === day && at.getUTCMonth() === month - 1;
  if (!whole || hour > 23 || minute > 59 || second > 59) return null;
  return new Date(at.getTime() - zoneMinutes * MINUTE_MS).toISOString();
}

/**
 * Writes a time as the clock of the device shows it, DDMMYYHHMMSS.
 *
 * @throws FieldError for what is no time, has a fraction of a second, or lies outside 2000 to 2099
 */
export function isoToClock(time: string, zoneMinutes: number, pointer: string): string {
  const ms = Date.parse(time);
  if (Number.isNaN(ms) || ms % 1000 !== 0)
    throw new FieldError(pointer, `a time in whole seconds is needed, not ${JSON.stringify(time)}`);
  const at = new Date(ms + zoneMinutes * MINUTE_MS);
  const year = at.getUTCFullYear() - 2000;
  if (year < 0 || year > 99) throw new FieldError(pointer, `a year from 2000 to 2099 is needed, not ${time}`);
  return [
    at.getUTCDate(),
    at.getUTCMonth() + 1,
    year,
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  ]
    .map((value) => String(value).padStart(2, '0'))
    .join('');
}
