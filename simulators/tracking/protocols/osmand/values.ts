import { kmhToKnots, knotsToKmh, round } from '../round.ts';

/** How a value of a request is read (undefined: it is none) and written. */
export interface TextForm<Value> {
  readonly parse: (text: string, zoneMinutes: number) => Value | undefined;
  readonly format: (value: Value, like: string | undefined) => string;
}

const NUMBER = /^[-+]?(?:[0-9]{1,12}(?:\.[0-9]{0,18})?|\.[0-9]{1,18})(?:[eE][-+]?[0-9]{1,2})?$/;

const numberUpTo = (least: number, most: number, decimals: number): TextForm<number> => ({
  parse: (text) => {
    // A form may end with a line end, and a plus sign that was not encoded came out as a space.
    const digits = text.trim();
    if (!NUMBER.test(digits)) return undefined;
    const value = round(Number(digits), decimals);
    return value >= least && value <= most ? value : undefined;
  },
  format: String,
});

export const latitude = numberUpTo(-90, 90, 7);
export const longitude = numberUpTo(-180, 180, 7);
export const altitude = numberUpTo(-20_000, 100_000, 3);
export const percent = numberUpTo(0, 100, 1);
export const course = numberUpTo(0, 360, 11);

/** Knots by the convention of OsmAnd clients; km/h here. @source Traccar, OsmAnd protocol */
export const speedInKnots: TextForm<number> = {
  parse: (text) => {
    const knots = numberUpTo(0, 5000, 6).parse(text, 0);
    return knots === undefined ? undefined : knotsToKmh(knots);
  },
  format: (kmh) => String(round(kmhToKnots(kmh), 3)),
};

/** Seconds since the epoch below this, milliseconds from it on. @source Traccar, OsmAnd protocol (Integer.MAX_VALUE) */
const MILLISECONDS_FROM = 2_147_483_647;
const ISO =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)(?:(Z)|([-+ ])([0-9]{2})(?::?([0-9]{2}))?)?$/;

/** Seconds (with decimals or not), milliseconds, or ISO 8601, without zone by the clock of the device; in UTC here. */
export const timestamp: TextForm<string> = {
  parse: (text, zoneMinutes) => {
    const said = text.trim();
    const ms = /^[0-9]{1,16}(?:\.[0-9]{1,9})?$/.test(said) ? epochMs(Number(said)) : isoMs(said, zoneMinutes);
    // Years of four digits only: others have another form.
    return ms >= 0 && ms < 253_402_300_800_000 ? new Date(ms).toISOString() : undefined;
  },
  format: (time, like) => {
    const ms = Date.parse(time);
    const whole = ms % 1000 === 0 && ms / 1000 < MILLISECONDS_FROM;
    if (
      like !== undefined &&
      /^[0-9]+$/.test(like) &&
      Number(like) >= MILLISECONDS_FROM &&
      ms >= MILLISECONDS_FROM
    )
      return String(ms);
    if (like !== undefined && !/^[0-9]+$/.test(like)) return time;
    if (whole) return String(ms / 1000);
    return ms >= MILLISECONDS_FROM ? String(ms) : time;
  },
};

const epochMs = (value: number): number => Math.round(value < MILLISECONDS_FROM ? value * 1000 : value);

function isoMs(text: string, zoneMinutes: number): number {
  const [, date, clock, utc, sign, hours, minutes] = ISO.exec(text) ?? [];
  if (date === undefined) return Number.NaN;
  const ms = Date.parse(`${date}T${clock}Z`);
  // A 31st of February rolls over: it is no date.
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(date)) return Number.NaN;
  if (utc !== undefined) return ms;
  const ahead =
    hours === undefined ? zoneMinutes : (Number(hours) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  return ms - ahead * 60_000;
}
