import { z } from 'zod';
import type { lockStates } from '../../../../profile/code-lists/code-lists.ts';
import { mqttAlerts } from '../../../../profile/tracking/alerts/mqtt.ts';

const signals = mqttAlerts.map(({ signal }) => signal);
const locks = [
  'LOCKED',
  'UNLOCKED',
  'CUT',
  'UNKNOWN',
] as const satisfies readonly (keyof typeof lockStates)[];

/** Topic on which a device publishes its reports, QoS 1. A device id has no slash, plus or hash. @source assumption */
export const reportsTopic = (deviceId: string): string => `corridor/trackers/${deviceId}/reports`;

/** The device of a topic; null for any other topic. */
export const deviceOfTopic = (topic: string): string | null =>
  /^corridor\/trackers\/([^/+#]{1,64})\/reports$/.exec(topic)?.[1] ?? null;

/** One report: units stand in the names; what a device does not know is left out or null. */
const report = z.strictObject({
  /** ISO 8601, UTC, milliseconds. */
  time: z.iso.datetime({ precision: 3 }).nullish(),
  lat: z.number().min(-90).max(90).nullish(),
  lon: z.number().min(-180).max(180).nullish(),
  altitudeM: z.number().min(-20_000).max(100_000).nullish(),
  speedKmh: z.number().min(0).max(10_000).nullish(),
  courseDeg: z.number().min(0).max(360).nullish(),
  /** A fix of this moment; without it the position is the last one known. */
  fixed: z.boolean(),
  satellites: z.int().min(0).max(255).nullish(),
  /** Recorded while there was no network. */
  stored: z.boolean().nullish(),
  lock: z.enum(locks).nullish(),
  /** The device took the opening for rightful. */
  authorised: z.boolean().nullish(),
  batteryPct: z.number().min(0).max(100).nullish(),
  externalPower: z.boolean().nullish(),
  odometerKm: z.number().min(0).max(10_000_000).nullish(),
  /** What the device noticed, in the words of `mqttAlerts`. */
  signals: z.array(z.enum(signals)).max(signals.length).optional(),
});

/**
 * What a tracker publishes, version 1: one JSON object, no report (a sign of life) to 50.
 *
 * @source assumption: a form of this project, for devices that speak MQTT
 */
export const payload = z.strictObject({
  version: z.literal(1),
  deviceId: z.string().regex(/^[0-9A-Za-z._-]{1,64}$/),
  /** Counts the messages of the device. */
  sequence: z.int().min(0).max(4_294_967_295),
  reports: z.array(report).max(50),
});
/** A payload that was read. @source assumption: a form of this project */
export type Payload = z.infer<typeof payload>;
/** One report of a payload. @source assumption: a form of this project */
export type PayloadReport = Payload['reports'][number];
