import { createHash } from 'node:crypto';
import type { Journey } from '../../../../profile/export/tracking-shapes.ts';
import type { Assignment } from '../assignments.ts';
import { happenedAt } from '../happened-at.ts';
import type { EpcisDocument, EpcisEvent } from './epcis-schema.ts';

/** What a document is made of. */
export interface EpcisParts {
  readonly journey: Journey;
  readonly assignments: readonly Assignment[];
  /** ms since the epoch. */
  readonly now: number;
}

type Position = Journey['positions'][number];
type Alert = Journey['alerts'][number];

/** Names of ours where no GS1 key exists. @source RFC 8141 section 5.1 (informal use of `urn:x-`: assumption); RFC 3986 section 2.1 */
const name = (...parts: readonly string[]): string =>
  ['urn:x-corridor', ...parts.map(encodeURIComponent)].join(':');

/**
 * A journey as an EPCIS 2.0 document: devices tied to the vehicle and taken off (AssociationEvent), positions and alerts seen
 * (ObjectEvent with a sensor element). Events stand in order of `eventTime`; all are told in UTC.
 */
export function epcisOf({ journey, assignments, now }: EpcisParts): EpcisDocument {
  const vehicleOf = vehicles(assignments);
  const events = [
    ...assignments.flatMap((assignment) => associations(assignment, journey.transitReference)),
    ...journey.positions.map((position) => observed(position, journey, vehicleOf(position), null)),
    ...journey.alerts.map((alert) => observed(alert, journey, vehicleOf(alert), alert.alert)),
  ];
  const eventList = events.sort((a, b) => Date.parse(a.eventTime) - Date.parse(b.eventTime));
  return {
    '@context': [
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { corridor: 'urn:x-corridor:' },
    ],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: new Date(now).toISOString(),
    epcisBody: { eventList },
  };
}

/** The vehicle on which a device was when it saw something, or from which it had just been taken. */
function vehicles(assignments: readonly Assignment[]): (told: Position | Alert) => string | undefined {
  return ({ platform, deviceId, ...instants }) => {
    const at = happenedAt(instants);
    const own = assignments.filter((on) => on.platform === platform && on.deviceId === deviceId);
    return own.findLast(({ attachedAt }) => attachedAt <= at)?.plate;
  };
}

function associations(assignment: Assignment, reference: string): EpcisEvent[] {
  const { office, attachedAt, detachedAt, detachedOffice } = assignment;
  const put = association(assignment, reference, 'ADD', attachedAt, office);
  if (detachedAt === null) return [put];
  return [put, association(assignment, reference, 'DELETE', detachedAt, detachedOffice)];
}

function association(
  { id, platform, deviceId, plate }: Assignment,
  reference: string,
  action: 'ADD' | 'DELETE',
  at: number,
  office: string | null,
): EpcisEvent {
  return {
    type: 'AssociationEvent',
    eventID: hashed([reference, platform, deviceId, id, action]),
    eventTime: new Date(at).toISOString(),
    eventTimeZoneOffset: '+00:00',
    action,
    parentID: name('vehicle', plate),
    childEPCs: [name('device', platform, deviceId)],
    bizStep: action === 'ADD' ? 'installing' : 'removing',
    disposition: action === 'ADD' ? 'active' : 'inactive',
    ...(office === null ? {} : { readPoint: { id: name('office', office) } }),
    bizTransactionList: [{ bizTransaction: name('transit', reference) }],
  };
}

function observed(
  told: Position | Alert,
  { transitReference }: Journey,
  plate: string | undefined,
  alert: string | null,
): EpcisEvent {
  const { eventId, recordedAt, receivedAt, platform, deviceId, position } = told;
  return {
    type: 'ObjectEvent',
    eventID: `urn:uuid:${eventId}`,
    eventTime: recordedAt,
    recordTime: receivedAt,
    eventTimeZoneOffset: '+00:00',
    action: 'OBSERVE',
    ...(plate === undefined ? {} : { epcList: [name('vehicle', plate)] }),
    bizStep: alert === 'ARRIVAL_GEOFENCE' ? 'arriving' : 'transporting',
    disposition: alert === 'SEAL_OPEN' || alert === 'DOOR_OPEN' ? 'container_open' : 'in_transit',
    ...(position ? { readPoint: { id: `geo:${position.latitudeDeg},${position.longitudeDeg}` } } : {}),
    bizTransactionList: [{ bizTransaction: name('transit', transitReference) }],
    sensorElementList: [
      {
        sensorMetadata: { time: recordedAt, deviceID: name('device', platform, deviceId) },
        sensorReport: reportsOf(told, alert),
      },
    ],
  };
}

/** Units by UN/CEFACT Recommendation 20: KMH km/h, DD degree, P1 per cent. */
function reportsOf({ speedKmh, courseDeg, batteryPct, lock, gnss }: Position | Alert, alert: string | null) {
  return [
    ...(alert === null
      ? []
      : [{ type: name('alert', alert), exception: 'ALARM_CONDITION' as const, booleanValue: true }]),
    ...(speedKmh === undefined ? [] : [{ type: 'Speed' as const, value: speedKmh, uom: 'KMH' }]),
    ...(courseDeg === undefined ? [] : [{ type: 'Angle' as const, value: courseDeg, uom: 'DD' }]),
    ...(batteryPct === undefined ? [] : [{ type: name('battery'), value: batteryPct, uom: 'P1' }]),
    ...(lock === undefined ? [] : [{ type: name('lock'), stringValue: lock }]),
    { type: name('gnss'), stringValue: gnss },
  ];
}

/** The same for the same content: a hash as a named information. @source RFC 6920 section 3 */
const hashed = (parts: readonly string[]): string =>
  `ni:///sha-256;${createHash('sha256').update(parts.join(' ')).digest('base64url')}`;
