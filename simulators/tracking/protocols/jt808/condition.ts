import type { AlertCode } from '../../../../profile/tracking/alert-mapping.ts';
import { jt808Alerts } from '../../../../profile/tracking/alerts/jt808.ts';
import type { Condition, LockState } from '../protocol.ts';
import { areaOf, batteryOf, type Extras, locksOf, unlockOf } from './extras.ts';

type Signal = (typeof jt808Alerts)[number]['signal'];

const alertOf = new Map<string, AlertCode>(jt808Alerts.map(({ signal, alert }) => [signal, alert]));

/** Bits of the alarm flag that have a counterpart among the codes, whatever else the location says. */
const alarmBits: readonly (readonly [number, Signal])[] = [
  [1, 'overspeed'],
  [4, 'gnss-fault'],
  [5, 'gnss-antenna-cut'],
  [6, 'gnss-antenna-short'],
  [7, 'main-power-low'],
  [8, 'main-power-lost'],
  [16, 'tampering-16'],
  [17, 'tampering-17'],
  [19, 'parking-too-long'],
  [23, 'route-deviation'],
  [31, 'illegal-door-opening'],
];

/** What a device says of itself in a location; alerts in the order of the bits, then of the extras. */
export function conditionOf(alarmFlag: number, extras: Extras, stored: boolean | null): Condition {
  const signals: Signal[] = alarmBits.filter(([bit]) => (alarmFlag >>> bit) & 1).map(([, signal]) => signal);
  if ((alarmFlag >>> 20) & 1 && wentOut(extras)) signals.push('area-left');
  if ((alarmFlag >>> 21) & 1 && wentOut(extras)) signals.push('route-left');
  if ((alarmFlag >>> 22) & 1 && tookTooLong(extras)) signals.push('route-time-too-long');
  const authorised = authorisedBy(extras);
  if (authorised === true) signals.push('unlocked');
  if (authorised === false) signals.push('unlocking-refused');
  return {
    alerts: alertsFor(signals),
    stored,
    lock: lockOf(extras),
    authorised,
    batteryPct: batteryOf(extras),
  };
}

/** Codes of signals, each once. */
export const alertsFor = (signals: readonly Signal[]): AlertCode[] => [
  ...new Set(signals.flatMap((signal) => alertOf.get(signal) ?? [])),
];

/** A device that names no area means that it left one. @source assumption */
const wentOut = (extras: Extras): boolean =>
  bytesOf(extras, 0x12, 6).every((bytes) => areaOf(bytes).direction === 'out');

const tookTooLong = (extras: Extras): boolean =>
  bytesOf(extras, 0x13, 7).some((bytes) => bytes.readUInt8(6) === 1);

/**
 * Result of an unlocking as the same vendor has it in P45: 0 refused, 1 to 98 done, 99 refused outside its zone.
 * @source tracking notes, section 2, P45; that it holds for extra 0B is an assumption
 */
function authorisedBy({ list }: Extras): boolean | null {
  const result = list.filter(({ id }) => id === 0x0b).map(({ bytes }) => unlockOf(bytes)?.unlockResult)[0];
  if (result === undefined || result > 99) return null;
  return result !== 0 && result !== 99;
}

/** One open padlock of several: the cargo is open. */
function lockOf({ list }: Extras): LockState | null {
  const locks = list.filter(({ id }) => id === 0x63).flatMap(({ bytes }) => locksOf(bytes));
  if (locks.length === 0) return null;
  return locks.every(({ sealed }) => sealed) ? 'LOCKED' : 'UNLOCKED';
}

const bytesOf = ({ list }: Extras, wanted: number, length: number): Buffer[] =>
  list.filter(({ id, bytes }) => id === wanted && bytes.length === length).map(({ bytes }) => bytes);
