import { z } from 'zod';
import { FieldError, FrameError, type Report } from '../protocol.ts';
import { round } from '../round.ts';
import { alertsOfAlarms, flagOf, lockOf } from './condition.ts';
import type { Said } from './parameters.ts';
import { timestamp } from './values.ts';

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const measure = z.number().nullish();

/**
 * JSON of the Traccar client and of transistorsoft's background geolocation, as far as it is read; the rest stays in the
 * body. Speed in m/s; -1 for what is not known.
 *
 * @source OsmAnd vectors (testDecodeJson of the Traccar server)
 */
const form = z.looseObject({
  device_id: text.nullish(),
  location: z.looseObject({
    timestamp: text.nullish(),
    coords: z.looseObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      speed: measure,
      heading: measure,
      altitude: measure,
    }),
    battery: z.looseObject({ level: measure }).nullish(),
    geofence: z.looseObject({ action: z.string().nullish() }).nullish(),
    extras: z
      .looseObject({
        alarm: text.nullish(),
        archive: text.nullish(),
        lock: text.nullish(),
        authorised: text.nullish(),
      })
      .nullish(),
  }),
});
type Form = z.infer<typeof form>;

function parse(body: string): Form | string {
  try {
    const found = form.safeParse(JSON.parse(body));
    if (found.success) return found.data;
    const [issue] = found.error.issues;
    return `/${issue?.path.join('/')}: ${issue?.message}`;
  } catch (error) {
    if (error instanceof SyntaxError) return 'the body is no JSON';
    throw error;
  }
}

/** Reads a body. @param offset where it begins @throws FrameError VALUE */
export function readJson(body: string, zoneMinutes: number, offset: number): Said {
  const said = parse(body);
  if (typeof said === 'string') throw new FrameError('VALUE', offset, said);
  const { location } = said;
  const { coords } = location;
  const stamp = location.timestamp;
  const time = stamp === undefined || stamp === null ? null : timestamp.parse(stamp, zoneMinutes);
  if (time === undefined)
    throw new FrameError('VALUE', offset, `/location/timestamp: ${JSON.stringify(stamp)} is no time`);
  const { extras, geofence, battery } = location;
  const zone =
    geofence?.action === 'EXIT' ? ',geofenceExit' : geofence?.action === 'ENTER' ? ',geofenceEnter' : '';
  return {
    deviceId: said.device_id || null,
    report: {
      time,
      lat: round(coords.latitude, 7),
      lon: round(coords.longitude, 7),
      speedKmh: known(coords.speed, 10_000, (speed) => round(speed * 3.6, 1)),
      courseDeg: known(coords.heading, 360, (heading) => heading),
      altitudeM: typeof coords.altitude === 'number' ? round(coords.altitude, 3) : null,
      fixed: true,
    },
    condition: {
      alerts: alertsOfAlarms(`${extras?.alarm ?? ''}${zone}`),
      stored: flagOf(extras?.archive ?? undefined),
      lock: lockOf(extras?.lock ?? undefined),
      authorised: flagOf(extras?.authorised ?? undefined),
      batteryPct: known(battery?.level, 1, (level) => round(level * 100, 1)),
    },
  };
}

/** A value that is there and not the -1 of clients that do not know it. */
const known = (
  value: number | null | undefined,
  most: number,
  inOurUnit: (value: number) => number,
): number | null => (typeof value === 'number' && value >= 0 && value <= most ? inOurUnit(value) + 0 : null);

/** The body with the values of a report and a device id; the same text where nothing was changed. @throws FieldError */
export function patchJson(
  body: string,
  given: Pick<Said, 'deviceId' | 'report'>,
  zoneMinutes: number,
): string {
  const said = parse(body);
  if (typeof said === 'string') throw new FieldError('/fields/body', said);
  const { report, deviceId } = readJson(body, zoneMinutes, 0);
  const wanted = given.report;
  if (wanted === null || report === null) throw new FieldError('/reports', 'one report is needed');
  if (!wanted.fixed) throw new FieldError('/reports/0/fixed', 'the JSON form has fixes only');
  const changes = names.filter((name) => wanted[name] !== report[name]);
  if (given.deviceId === deviceId && changes.length === 0) return body;
  const coords: { [name: string]: unknown } = { ...said.location.coords };
  const location: { [name: string]: unknown } = { ...said.location, coords };
  for (const name of changes)
    if (name === 'time') location['timestamp'] = wanted.time;
    else coords[inJson[name]] = jsonValue(wanted, name);
  return JSON.stringify({
    ...said,
    location,
    ...(given.deviceId === deviceId ? {} : { device_id: given.deviceId }),
  });
}

/** Values of a report with their names in `coords`. */
const inJson = {
  lat: 'latitude',
  lon: 'longitude',
  speedKmh: 'speed',
  courseDeg: 'heading',
  altitudeM: 'altitude',
} as const;
const names = ['time', 'lat', 'lon', 'speedKmh', 'courseDeg', 'altitudeM'] as const;

function jsonValue(report: Report, name: keyof typeof inJson): number | null {
  if (name === 'lat' || name === 'lon') return needed(report[name], name);
  if (name === 'altitudeM') return report.altitudeM;
  const value = report[name];
  if (value === null) return -1;
  return name === 'speedKmh' ? round(value / 3.6, 3) : value;
}

function needed(value: number | null, name: string): number {
  if (value !== null) return value;
  throw new FieldError(`/reports/0/${name}`, 'a number is needed');
}
