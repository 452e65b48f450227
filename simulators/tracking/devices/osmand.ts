import { osmandAlerts } from '../../../profile/tracking/alerts/osmand.ts';
import { osmand } from '../protocols/osmand/osmand.ts';
import { encodedValue, type Parameter, queryOf } from '../protocols/osmand/query.ts';
import { statusOf } from '../protocols/osmand/response.ts';
import type { FrameContent } from '../protocols/protocol.ts';
import { kmhToKnots, round } from '../protocols/round.ts';
import type { Device, Dialect, Reading, Settlement } from './dialect.ts';

/**
 * How a phone with an OsmAnd client talks: a GET for each reading, on a connection that is kept. It says nothing between
 * its readings. `archive` marks what comes from memory, `lock` the state of a seal that the phone watches.
 *
 * @source Traccar client (one request at a time, the oldest first); times: assumption
 */
export const osmandDialect: Dialect = {
  protocol: osmand,
  expresses: [...new Set(osmandAlerts.map(({ alert }) => alert))],
  batch: 1,
  resends: 'oldest-first',
  heartbeatMs: null,
  answerWithinMs: 15_000,
  greet: () => null,
  report: reportOf,
  heartbeat: () => null,
  expectsAnswer: () => true,
  settles: (_, answer): Settlement => {
    const status = statusOf(answer);
    if (status === null) return 'unrelated';
    return status >= 200 && status < 300 ? 'accepted' : 'again';
  },
  knowsNot: (answer) => [401, 403, 404].includes(statusOf(answer) ?? 0),
};

function reportOf(device: Device, readings: readonly Reading[], stored: boolean): FrameContent {
  const [reading] = readings;
  if (!reading || readings.length > 1)
    throw new RangeError(`an OsmAnd request has one reading, not ${readings.length}`);
  const query = queryOf(parametersOf(device, reading, stored));
  // Reading our own request back keeps report, condition and query in agreement.
  return osmand.read(Buffer.from(`GET /?${query} HTTP/1.1\r\nHost: tracking.corridor.invalid\r\n\r\n`), {
    deviceId: null,
    zoneMinutes: device.zoneMinutes,
    udp: false,
    speaker: 'device',
  });
}

function parametersOf({ id }: Device, reading: Reading, stored: boolean): Parameter[] {
  const alarms = reading.alerts.flatMap(
    (alert) => osmandAlerts.find((row) => row.alert === alert)?.signal ?? [],
  );
  const parameters: Parameter[] = [
    ['id', encodedValue(id)],
    ['timestamp', String(Math.round(reading.at))],
    ['lat', String(round(reading.lat, 7))],
    ['lon', String(round(reading.lon, 7))],
    ['speed', String(round(kmhToKnots(round(reading.speedKmh, 1)), 3))],
    ['bearing', String(round(reading.courseDeg, 1))],
    ['altitude', String(round(reading.altitudeM, 1))],
    ['batt', String(Math.round(reading.batteryPct))],
    ['sat', String(reading.satellites)],
    ['odometer', String(Math.round(reading.odometerKm * 1000))],
    ['charge', String(reading.externalPower)],
    ['valid', String(reading.fixed)],
    ['archive', String(stored)],
    ['lock', reading.lock],
  ];
  if (reading.authorised) parameters.push(['authorised', 'true']);
  if (alarms.length > 0) parameters.push(['alarm', alarms.join(',')]);
  return parameters;
}
