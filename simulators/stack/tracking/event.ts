import { createHash } from 'node:crypto';
import type { Road } from '../../../fixtures/corridors/road.ts';
import { TrackingEvent, type TrackingEventPayload } from '../../../profile/messages/tracking-event.ts';
import type { Movement } from '../ledger/movement.ts';
import type { DeviceKey } from './assignments.ts';
import { digestOfReport, type KeptReport, placedAt } from './kept-report.ts';

/** What is told of one report. */
export interface PositionParts {
  readonly movement: Movement;
  readonly device: DeviceKey;
  readonly report: KeptReport;
  readonly territory: string;
  readonly road: Road | null;
}

/** What an event is made of. */
export interface EventParts extends PositionParts {
  /** Null for a position. */
  readonly alert: string | null;
  readonly deviceSeq: number;
}

/**
 * A TrackingEvent payload: one report, in the words of the profile. What a device could not have measured is left out.
 * @throws ZodError for what is no such payload: a fault of ours
 */
export function eventOf(parts: EventParts): TrackingEventPayload {
  const { movement, report, alert, deviceSeq } = parts;
  const { authorised } = report;
  return TrackingEvent.payload.parse({
    transitReference: movement.reference,
    eventId: eventIdOf(movement, parts.device, report, alert),
    deviceSeq,
    kind: alert === null ? 'POSITION' : 'ALERT',
    ...(alert === null ? {} : { alert }),
    recordedAt: new Date(placedAt(report)).toISOString(),
    ...measuresOf(parts),
    ...(alert === 'SEAL_OPEN' && authorised !== null ? { authorised } : {}),
  });
}

/** The fields of an event that say what was measured, where and by which device. */
export function measuresOf(parts: PositionParts): Record<string, unknown> {
  const { device, report, territory } = parts;
  const { lat, lon, speedKmh, courseDeg, lock, batteryPct, receivedAt, stored } = report;
  const leg = legOf(parts);
  return {
    platform: device.platform,
    deviceId: device.deviceId,
    receivedAt: new Date(receivedAt).toISOString(),
    ...(lat === null || lon === null ? {} : { position: { latitudeDeg: lat, longitudeDeg: lon } }),
    ...(within(speedKmh, 400) ? { speedKmh } : {}),
    ...(within(courseDeg, 360) ? { courseDeg } : {}),
    territory,
    ...(leg === null ? {} : { leg }),
    ...(lock === null ? {} : { lock }),
    ...(within(batteryPct, 100) ? { batteryPct } : {}),
    gnss: gnssOf(report),
    stored,
  };
}

const within = (value: number | null, highest: number): boolean =>
  value !== null && value >= 0 && value <= highest;

function gnssOf({ fixed, lat, lon, alerts }: KeptReport): 'FIX' | 'LOST' | 'JAMMED' {
  if (alerts.includes('GNSS_JAM')) return 'JAMMED';
  return fixed && lat !== null && lon !== null ? 'FIX' : 'LOST';
}

/** The leg towards whose office the truck is under way. */
function legOf({ road, movement, report: { lat, lon, fixed } }: PositionParts): number | null {
  if (!road || !fixed || lat === null || lon === null) return null;
  const { km } = road.nearest(lat, lon);
  const ahead = road.zones.find((zone) => zone.km > km)?.office ?? movement.legs.at(-1)?.office;
  return movement.legs.find(({ office }) => office === ahead)?.sequence ?? null;
}

/** The same for the same event: a UUID of version 8 made of what it tells. @source RFC 9562 section 5.8 */
export function eventIdOf(
  movement: Pick<Movement, 'reference'>,
  device: DeviceKey,
  report: KeptReport,
  alert: string | null,
): string {
  const hash = createHash('sha256')
    .update([movement.reference, device.platform, device.deviceId, alert ?? ''].join(' '))
    .update(digestOfReport(report))
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
