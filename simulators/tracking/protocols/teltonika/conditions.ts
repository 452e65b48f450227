import type { AlertCode } from '../../../../profile/tracking/alert-mapping.ts';
import { teltonikaAlerts } from '../../../../profile/tracking/alerts/teltonika.ts';
import type { Condition, LockState } from '../protocol.ts';
import type { RecordFields } from './record.ts';

type Signal = (typeof teltonikaAlerts)[number]['signal'];

/** The elements of a record that tell of the seal, the device and the truck, by AVL id. */
interface Seen {
  readonly event: number;
  readonly value: (id: number) => number | undefined;
}

const between = (value: number | undefined, least: number, most: number): boolean =>
  value !== undefined && value >= least && value <= most;

const anyZone = (seen: Seen, wanted: number): boolean =>
  [155, 156, 157, 158, 159].some((id) => seen.value(id) === wanted);

/**
 * When a record carries a signal. Elements that a device sends only with their event (155 and up) count by their value;
 * those that stand in every record (1, 2, 69, 113) only in the record of their own event.
 */
const signals: { readonly [Name in Signal]: (seen: Seen) => boolean } = {
  'seal-contact-open': (seen) => seen.event === 1 && seen.value(1) === 0,
  'door-contact-open': (seen) => seen.event === 2 && between(seen.value(2), 1, 0xff),
  unplug: (seen) => seen.value(252) === 1,
  alarm: (seen) => seen.value(236) === 1,
  towing: (seen) => seen.value(246) === 1,
  jamming: (seen) => seen.value(249) === 1,
  'gnss-without-fix': (seen) => seen.event === 69 && seen.value(69) === 2,
  'zone-left': (seen) => anyZone(seen, 0),
  'auto-geofence-left': (seen) => seen.value(175) === 0,
  'zone-entered': (seen) => anyZone(seen, 1),
  'zone-overspeed': (seen) => anyZone(seen, 3),
  overspeeding: (seen) => seen.event === 255 && between(seen.value(255), 1, 0xff),
  'battery-below-20': (seen) => between(seen.value(113), 0, 19),
  'battery-event': (seen) => seen.event === 113,
};

/** What a record says of the device. Nothing marks stored records. @source gps notes, section 3; profile mapping */
export function conditionOf({ eventIoId, io }: RecordFields): Condition {
  const values = new Map<number, number>();
  for (const item of io) if ('value' in item) values.set(item.id, Number(item.value));
  const seen: Seen = { event: eventIoId, value: (id) => values.get(id) };
  const alerts = new Set<AlertCode>();
  for (const { signal, alert } of teltonikaAlerts) if (signals[signal](seen)) alerts.add(alert);
  const batteryPct = values.get(113);
  return {
    alerts: [...alerts],
    stored: null,
    lock: lockOf(values.get(1)),
    authorised: alerts.has('SEAL_OPEN') ? authorisedOf(values.get(78)) : null,
    batteryPct: batteryPct !== undefined && batteryPct <= 100 ? batteryPct : null,
  };
}

function lockOf(contact: number | undefined): LockState | null {
  if (contact === undefined) return null;
  return contact === 1 ? 'LOCKED' : 'UNLOCKED';
}

/** An officer's iButton was read when the seal was opened. */
const authorisedOf = (iButton: number | undefined): boolean | null =>
  iButton === undefined ? null : iButton > 0;
