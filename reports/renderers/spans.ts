import type { Texts } from './catalogue.ts';

const MINUTES_AN_HOUR = 60;
const MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;
/** From two of the larger unit on, it is the one that people read. */
const FROM = 2;

/** A span given in minutes, in the unit that people read it in. */
export function spanText(minutes: number, { locale, books: { units } }: Texts): string {
  const [per, unit] =
    Math.abs(minutes) >= FROM * MINUTES_A_DAY
      ? [MINUTES_A_DAY, units.days]
      : Math.abs(minutes) >= FROM * MINUTES_AN_HOUR
        ? [MINUTES_AN_HOUR, units.hours]
        : [1, 'min'];
  return `${(minutes / per).toLocaleString(locale, { maximumFractionDigits: 1 })}\u00a0${unit}`;
}
