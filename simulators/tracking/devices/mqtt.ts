import type { AlertCode } from '../../../profile/tracking/alert-mapping.ts';
import { mqttAlerts } from '../../../profile/tracking/alerts/mqtt.ts';
import { mqtt } from '../protocols/mqtt/mqtt.ts';
import type { Condition, FrameContent, Report } from '../protocols/protocol.ts';
import { round } from '../protocols/round.ts';
import type { Device, Dialect, Reading } from './dialect.ts';

const expresses: readonly AlertCode[] = [...new Set(mqttAlerts.map(({ alert }) => alert))];

/**
 * How a tracker that speaks MQTT talks: a message of up to 50 reports, QoS 1. Its transport hands an empty answer over
 * when the broker confirms a message (PUBACK).
 *
 * @source assumption: a form of this project
 */
export const mqttDialect: Dialect = {
  protocol: mqtt,
  expresses,
  batch: 50,
  resends: 'oldest-first',
  heartbeatMs: 60_000,
  answerWithinMs: 20_000,
  greet: () => null,
  report: (device, readings, stored) => {
    if (readings.length === 0 || readings.length > 50)
      throw new RangeError(`a message has 1 to 50 readings, not ${readings.length}`);
    const conditions = readings.map((reading) => conditionOf(reading, stored));
    const alarm = conditions.some(({ alerts }) => alerts.length > 0);
    return messageOf(device, alarm ? 'alarm' : 'position', readings, conditions);
  },
  heartbeat: (device) => messageOf(device, 'heartbeat', [], []),
  expectsAnswer: () => true,
  settles: (_, answer) => (answer.length === 0 ? 'accepted' : 'unrelated'),
};

const messageOf = (
  device: Device,
  kind: FrameContent['kind'],
  readings: readonly Reading[],
  conditions: readonly Condition[],
): FrameContent => ({
  kind,
  deviceId: device.id,
  reports: readings.map(reportOf),
  conditions,
  fields: {
    version: 1,
    sequence: device.nextSerial() % 4_294_967_296,
    more: readings.map(({ satellites, externalPower, odometerKm }) => ({
      satellites: Math.min(255, satellites),
      externalPower,
      odometerKm: round(odometerKm, 1),
    })),
  },
});

const reportOf = (reading: Reading): Report => ({
  time: new Date(reading.at).toISOString(),
  lat: round(reading.lat, 7),
  lon: round(reading.lon, 7),
  speedKmh: round(reading.speedKmh, 1),
  courseDeg: round(reading.courseDeg, 1),
  altitudeM: round(reading.altitudeM, 1),
  fixed: reading.fixed,
});

const conditionOf = (reading: Reading, stored: boolean): Condition => ({
  alerts: reading.alerts.filter((alert) => expresses.includes(alert)),
  stored,
  lock: reading.lock,
  authorised: reading.authorised ? true : null,
  batteryPct: Math.round(reading.batteryPct),
});
