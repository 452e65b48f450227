import { mqttAlerts } from '../../../../profile/tracking/alerts/mqtt.ts';
import type { Condition, FrameContent, Json, Report } from '../protocol.ts';
import { round } from '../round.ts';
import type { Payload, PayloadReport } from './payload.ts';

/** The payload as a frame: an alarm when a signal has an alert, a heartbeat without reports, else a position. */
export function contentOf({ deviceId, sequence, reports }: Payload): FrameContent {
  const conditions = reports.map(conditionOf);
  const alarm = conditions.some(({ alerts }) => alerts.length > 0);
  return {
    kind: alarm ? 'alarm' : reports.length > 0 ? 'position' : 'heartbeat',
    deviceId,
    reports: reports.map(reportOf),
    conditions,
    fields: { version: 1, sequence, more: reports.map(moreOf) },
  };
}

const rounded = (value: number | null | undefined, decimals: number): number | null =>
  typeof value === 'number' ? round(value, decimals) : null;

const reportOf = (said: PayloadReport): Report => ({
  time: said.time ?? null,
  lat: rounded(said.lat, 7),
  lon: rounded(said.lon, 7),
  speedKmh: rounded(said.speedKmh, 1),
  courseDeg: said.courseDeg ?? null,
  altitudeM: said.altitudeM ?? null,
  fixed: said.fixed,
});

const conditionOf = (said: PayloadReport): Condition => ({
  alerts: [
    ...new Set(
      (said.signals ?? []).flatMap((name) =>
        mqttAlerts.filter(({ signal }) => signal === name).map(({ alert }) => alert),
      ),
    ),
  ],
  stored: said.stored ?? null,
  lock: said.lock ?? null,
  authorised: said.authorised ?? null,
  batteryPct: said.batteryPct ?? null,
});

/** What a report says beyond the vocabulary of all protocols. */
const moreOf = (said: PayloadReport): { [name: string]: Json } => ({
  satellites: said.satellites ?? null,
  externalPower: said.externalPower ?? null,
  odometerKm: said.odometerKm ?? null,
});
