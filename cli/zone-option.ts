import { InvalidArgumentError, Option } from 'commander';

const WEST_MIN = -12 * 60;
const EAST_MIN = 14 * 60;
const HINT = 'a zone is an offset such as +08:00, +8 or GMT+8, UTC, or a name such as Africa/Niamey';

/** The zone of a device's clock, as minutes ahead of UTC. */
export const zoneOption = () =>
  new Option(
    '--zone <zone>',
    "the device's clock: +08:00, GMT+8, UTC, Africa/Niamey (default: as the vendor says)",
  ).argParser(parseZone);

/**
 * Minutes ahead of UTC.
 * @throws InvalidArgumentError for what is no zone, and for one whose clock changes in the year
 */
export function parseZone(text: string): number {
  const word = text.trim();
  if (/^(z|utc|gmt)$/i.test(word)) return 0;
  const offset = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?([0-5]\d))?$/i.exec(word);
  const minutes = offset ? offsetOf(offset) : namedOffset(word);
  if (minutes >= WEST_MIN && minutes <= EAST_MIN) return minutes;
  throw new InvalidArgumentError(`found "${text}"; ${HINT}, from -12:00 to +14:00.`);
}

/** As `parseZone` reads it, such as `+08:00`. */
export function zoneText(minutes: number): string {
  const [sign, ahead] = minutes < 0 ? ['-', -minutes] : ['+', minutes];
  return `${sign}${String(Math.floor(ahead / 60)).padStart(2, '0')}:${String(ahead % 60).padStart(2, '0')}`;
}

function offsetOf([, sign, hours, minutes = '0']: RegExpExecArray): number {
  const ahead = Number(hours) * 60 + Number(minutes);
  return sign === '-' && ahead > 0 ? -ahead : ahead;
}

/** A device has one offset, all the year: a name is taken only where its clock never changes. */
function namedOffset(name: string): number {
  const [january, july] = [0, 6].map((month) => minutesAt(name, Date.UTC(2026, month, 1)));
  if (january !== undefined && january === july) return january;
  const why = january === undefined ? '' : ' whose clock changes in the year: give the offset';
  throw new InvalidArgumentError(`found "${name}"${why}; ${HINT}.`);
}

function minutesAt(timeZone: string, at: number): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
    const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const offset = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(text);
    if (!offset) return undefined;
    return offset[1] === undefined ? 0 : offsetOf(offset);
  } catch {
    return undefined; // RangeError: no such zone
  }
}
