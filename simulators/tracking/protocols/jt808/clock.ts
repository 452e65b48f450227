import { FieldError } from '../protocol.ts';

/** Digits of the device's clock as `2018-10-15 10:10:10`; what are no digits stays as it came. @source tracking notes, section 4 */
export function bcdTimeOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  const at = (index: number) => hex.slice(index * 2, index * 2 + 2);
  return `20${at(0)}-${at(1)}-${at(2)} ${at(3)}:${at(4)}:${at(5)}`;
}

/** UTC of a time by the device's clock; null for what is no date. */
export function isoOf(bcdTime: string, zoneMinutes: number): string | null {
  if (!/^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d$/.test(bcdTime)) return null;
  const at = (index: number) => Number(bcdTime.slice(index, index + 2));
  const [month, day, hour] = [at(5), at(8), at(11)];
  // A day that its month has not, or an hour that its day has not, would come out as another one.
  if (month < 1 || month > 12 || day < 1 || hour > 23 || at(14) > 59 || at(17) > 59) return null;
  const ms = Date.UTC(2000 + at(2), month - 1, day, hour, at(14), at(17));
  if (new Date(ms).getUTCDate() !== day) return null;
  return new Date(ms - zoneMinutes * 60_000).toISOString();
}

/** What a report says of its time, and `bcdTime` where it says none. */
interface TimeToWrite {
  readonly time: string | null;
  readonly bcdTime: string | null;
  readonly zoneMinutes: number;
  /** JSON Pointers of both. */
  readonly timeAt: string;
  readonly bcdTimeAt: string;
}

/**
 * Time as 6 bytes. The report's time is written; where it is null `bcdTime` is, if that is no date either, else zeros.
 * @throws FieldError for a time that whole seconds of the years 2000 to 2099 do not hold
 */
export function bcdTimeBytes({ time, bcdTime, zoneMinutes, timeAt, bcdTimeAt }: TimeToWrite): Buffer {
  if (time === null) return undatedBytes(bcdTime, zoneMinutes, bcdTimeAt);
  const ms = Date.parse(time);
  if (Number.isNaN(ms)) throw new FieldError(timeAt, 'is no time');
  if (ms % 1000 !== 0) throw new FieldError(timeAt, 'is no whole second');
  const local = ms + zoneMinutes * 60_000;
  if (local < Date.UTC(2000, 0) || local >= Date.UTC(2100, 0))
    throw new FieldError(timeAt, 'is not in the years 2000 to 2099 of the clock of the device');
  const digits = new Date(local).toISOString().slice(2, 19).replace(/\D/g, '');
  return Buffer.from(digits, 'hex');
}

const undatedBytes = (bcdTime: string | null, zoneMinutes: number, pointer: string): Buffer =>
  bcdTime === null || isoOf(bcdTime, zoneMinutes) !== null ? Buffer.alloc(6) : digitBytes(bcdTime, pointer);

/** Digits as `bcdTimeOf` gives them, whether they are a date or not. @throws FieldError */
export function digitBytes(bcdTime: string, pointer: string): Buffer {
  if (!/^20[0-9a-f]{2}-[0-9a-f]{2}-[0-9a-f]{2} [0-9a-f]{2}:[0-9a-f]{2}:[0-9a-f]{2}$/.test(bcdTime))
    throw new FieldError(pointer, 'is not like 2018-10-15 10:10:10');
  return Buffer.from(bcdTime.slice(2).replace(/[- :]/g, ''), 'hex');
}
