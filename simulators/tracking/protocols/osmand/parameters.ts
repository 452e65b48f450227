import { type Condition, FieldError, FrameError, type Report } from '../protocol.ts';
import { alertsOfAlarms, flagOf, lockOf } from './condition.ts';
import { decodedValue, encodedValue, type Parameter } from './query.ts';
import {
  altitude,
  course,
  latitude,
  longitude,
  percent,
  speedInKnots,
  type TextForm,
  timestamp,
} from './values.ts';

/** Names under which clients send a value; the first is the one we write. @source Traccar, OsmAnd protocol */
const names = {
  id: ['id', 'deviceid', 'device_id'],
  time: ['timestamp'],
  lat: ['lat'],
  lon: ['lon', 'lng'],
  location: ['location'],
  speedKmh: ['speed'],
  courseDeg: ['bearing', 'heading'],
  altitudeM: ['altitude'],
  batteryPct: ['batt'],
  valid: ['valid'],
  alarm: ['alarm'],
  stored: ['archive'],
  lock: ['lock'],
  authorised: ['authorised'],
} as const satisfies Record<string, readonly [string, ...string[]]>;
type Name = keyof typeof names;

/** What a request says by its parameters. */
export interface Said {
  readonly deviceId: string | null;
  /** Null: neither place nor time. */
  readonly report: Report | null;
  readonly condition: Condition;
}

const placeOf = (parameters: readonly Parameter[], name: Name): number =>
  parameters.findIndex(([candidate]) => names[name].some((known) => known === candidate));

const textOf = (parameters: readonly Parameter[], name: Name): string | undefined => {
  const raw = parameters[placeOf(parameters, name)]?.[1];
  return raw === undefined || raw === null ? undefined : (decodedValue(raw) ?? undefined);
};

/**
 * Reads the parameters of a query or a form: place and time must be readable. What is measured beside them is null where
 * it is not (clients send -1, nothing or NaN for what they do not know): no position is lost for it.
 *
 * @param offsetOf where a parameter stands
 * @throws FrameError VALUE
 * @source Traccar, OsmAnd protocol; that a bad measure costs no position: assumption
 */
export function readParameters(
  parameters: readonly Parameter[],
  zoneMinutes: number,
  offsetOf: (index: number) => number,
): Said {
  const value = <Value>(name: Name, form: TextForm<Value>): Value | null => {
    const place = placeOf(parameters, name);
    if (place < 0) return null;
    const found = form.parse(textOf(parameters, name) ?? '', zoneMinutes);
    if (found !== undefined) return found;
    throw new FrameError('VALUE', offsetOf(place), `${parameters[place]?.join('=')} cannot be read`);
  };
  const measure = (name: Name, form: TextForm<number>): number | null =>
    form.parse(textOf(parameters, name) ?? '', zoneMinutes) ?? null;
  const pair = value('location', { parse: pairOf, format: String });
  const time = value('time', timestamp);
  const lat = pair?.[0] ?? value('lat', latitude);
  const lon = pair?.[1] ?? value('lon', longitude);
  const alarm = textOf(parameters, 'alarm');
  return {
    deviceId: textOf(parameters, 'id') || null,
    report:
      lat === null && lon === null && time === null
        ? null
        : {
            time,
            lat,
            lon,
            speedKmh: measure('speedKmh', speedInKnots),
            courseDeg: measure('courseDeg', course),
            altitudeM: measure('altitudeM', altitude),
            fixed: flagOf(textOf(parameters, 'valid')) ?? (lat !== null && lon !== null),
          },
    condition: {
      alerts: alertsOfAlarms(alarm),
      stored: flagOf(textOf(parameters, 'stored')),
      lock: lockOf(textOf(parameters, 'lock')),
      authorised: flagOf(textOf(parameters, 'authorised')),
      batteryPct: measure('batteryPct', percent),
    },
  };
}

function pairOf(text: string): readonly [number, number] | undefined {
  const [first = '', second = '', ...more] = text.split(',');
  const lat = latitude.parse(first, 0);
  const lon = longitude.parse(second, 0);
  return lat === undefined || lon === undefined || more.length > 0 ? undefined : [lat, lon];
}

/**
 * The parameters with the values of a report and a device id; what says the same already stays as it was spelled.
 *
 * @throws FieldError for what a request cannot say
 */
export function patchParameters(
  parameters: readonly Parameter[],
  said: Pick<Said, 'deviceId' | 'report'>,
  zoneMinutes: number,
): Parameter[] {
  const current = readParameters(parameters, zoneMinutes, () => 0);
  let patched = [...parameters];
  const set = (name: Name, text: string | null): void => {
    patched = withParameter(patched, name, text);
  };
  if (said.deviceId !== current.deviceId) set('id', said.deviceId);
  const { report } = said;
  if (report === null) return patched;
  const before = current.report;
  if (textOf(patched, 'location') !== undefined && (report.lat !== before?.lat || report.lon !== before?.lon))
    set('location', null);
  const write = <Value>(name: Name & keyof Report, value: Value | null, form: TextForm<Value>): void => {
    const like = textOf(patched, name);
    const same = like === undefined ? value === null : (form.parse(like, zoneMinutes) ?? null) === value;
    if (same) return;
    const text = value === null ? null : form.format(value, like);
    if (text !== null && form.parse(text, zoneMinutes) === undefined)
      throw new FieldError(`/reports/0/${name}`, `${JSON.stringify(value)} cannot be written`);
    set(name, text);
  };
  const located = textOf(patched, 'location') !== undefined;
  if (!located) write('lat', report.lat, latitude);
  if (!located) write('lon', report.lon, longitude);
  write('time', report.time, timestamp);
  write('speedKmh', report.speedKmh, speedInKnots);
  write('courseDeg', report.courseDeg, course);
  write('altitudeM', report.altitudeM, altitude);
  const found = readParameters(patched, zoneMinutes, () => 0);
  if (found.report?.fixed !== report.fixed) set('valid', String(report.fixed));
  return patched;
}

function withParameter(parameters: readonly Parameter[], name: Name, text: string | null): Parameter[] {
  const place = placeOf(parameters, name);
  const [ours] = names[name];
  if (text === null) return parameters.filter((_, index) => index !== place);
  const added: Parameter = [parameters[place]?.[0] ?? ours, encodedValue(text)];
  return place < 0
    ? [...parameters, added]
    : parameters.map((parameter, index) => (index === place ? added : parameter));
}
