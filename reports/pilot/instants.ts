/** How a column writes instants. `undefined` where the text is no instant of this form. */
export interface InstantForm {
  /** Milliseconds since the epoch; `null`: the text says no zone, and the column none either. */
  readonly read: (text: string) => number | null | undefined;
  /** Texts of this form may say no zone, so that the column must. */
  readonly needsZone: boolean;
}

/** Earlier or later is a typing error. @source assumption */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet is 1899-12-30. @source Excel and LibreOffice, dates after February 1900 */
const SPREADSHEET_EPOCH_MS = Date.UTC(1899, 11, 30);

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/;
const PARTS = ['yyyy', 'MM', 'dd', 'HH', 'mm', 'ss', 'SSS'] as const;
const TOKEN = /yyyy|SSS|MM?|dd?|HH?|mm|ss|[A-Za-z]+/g;
const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** Names of forms that are no pattern. */
export const namedForms = ['iso', 'epoch-s', 'epoch-ms', 'spreadsheet'] as const;

/**
 * The form of a column: `iso`, `epoch-s`, `epoch-ms`, `spreadsheet` (days since 1899-12-30), or a pattern of yyyy, MM, dd, HH, mm, ss, SSS
 * (M, d, H: one digit or two).
 * @param zoneMin minutes that the clock of the column is ahead of UTC, where the column says it
 * @returns undefined for what is no form
 */
export function instantForm(format: string, zoneMin: number | undefined): InstantForm | undefined {
  if (format === 'iso') return { read: (text) => readIso(text, zoneMin), needsZone: false };
  if (format === 'epoch-s') return epoch(1000);
  if (format === 'epoch-ms') return epoch(1);
  if (format === 'spreadsheet')
    return { read: (text) => zoned(readSpreadsheet(text), zoneMin), needsZone: true };
  return patternForm(format, zoneMin);
}

const epoch = (unitMs: number): InstantForm => ({
  read: (text) => (/^\d{9,14}$/.test(text) ? sane(Number(text) * unitMs) : undefined),
  needsZone: false,
});

function readSpreadsheet(text: string): number | undefined {
  if (!/^\d{5}(?:[.,]\d{1,12})?$/.test(text)) return undefined;
  return sane(SPREADSHEET_EPOCH_MS + Math.round(Number(text.replace(',', '.')) * DAY_MS));
}

function readIso(text: string, zoneMin: number | undefined): number | null | undefined {
  const [found, year, month, day, hour, minute, second = '0', fraction = '', zone] = ISO.exec(text) ?? [];
  if (found === undefined) return undefined;
  const ms = fraction.padEnd(3, '0').slice(0, 3);
  const wall = wallClock([year, month, day, hour, minute, second, ms].map(Number));
  return zoned(wall, zone === undefined ? zoneMin : zoneMinutes(zone));
}

function patternForm(format: string, zoneMin: number | undefined): InstantForm | undefined {
  const order: number[] = [];
  const source = format.replace(SPECIAL, String.raw`\$&`).replace(TOKEN, (token) => {
    const part = PARTS.findIndex((known) => known === token || (token.length === 1 && known[0] === token));
    order.push(part);
    return token.length === 1 ? '(\\d{1,2})' : `(\\d{${token.length}})`;
  });
  const known = new Set(order);
  if (known.has(-1) || known.size !== order.length || ![0, 1, 2].every((part) => known.has(part)))
    return undefined;
  const pattern = new RegExp(`^${source}$`);
  const read = (text: string) => {
    const found = pattern.exec(text);
    if (!found) return undefined;
    const values = [0, 1, 1, 0, 0, 0, 0];
    for (const [at, part] of order.entries()) values[part] = Number(found[at + 1]);
    return zoned(wallClock(values), zoneMin);
  };
  return { read, needsZone: true };
}

/** As if the clock were UTC; undefined for a day or an hour that does not exist. */
function wallClock(values: readonly number[]): number | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0] = values;
  if (hour > 23 || minute > 59 || second > 59 || day < 1 || month < 1 || month > 12) return undefined;
  const at = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  return new Date(at).getUTCDate() === day ? sane(at) : undefined;
}

function sane(at: number): number | undefined {
  const year = new Date(at).getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? at : undefined;
}

function zoned(wall: number | undefined, zoneMin: number | undefined): number | null | undefined {
  if (wall === undefined) return undefined;
  return zoneMin === undefined ? null : wall - zoneMin * MINUTE_MS;
}

/**
 * Minutes ahead of UTC of `Z`, `UTC`, an offset such as `+01:00`, or a zone whose clock never changes (`Africa/Niamey`).
 * @returns undefined for anything else
 */
export function zoneMinutes(text: string): number | undefined {
  if (/^(?:z|utc|gmt)$/i.test(text)) return 0;
  const [found, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(text) ?? [];
  if (found !== undefined) {
    const ahead = Number(hours) * 60 + Number(minutes);
    if (ahead > 14 * 60 || Number(minutes) > 59) return undefined;
    return sign === '-' && ahead > 0 ? -ahead : ahead;
  }
  const [january, july] = [0, 6].map((month) => offsetAt(text, Date.UTC(2026, month, 1)));
  return january === july ? january : undefined;
}

function offsetAt(timeZone: string, at: number): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return name === 'GMT' ? 0 : zoneMinutes(name.replace('GMT', ''));
  } catch {
    return undefined; // RangeError: no such zone
  }
}
