import type { AlertCode } from '../../../../profile/tracking/alert-mapping.ts';
import { gt06Alerts } from '../../../../profile/tracking/alerts/gt06.ts';
import type { Condition, LockState } from '../protocol.ts';
import { batteryPctOf, bitsOf, type StatusFields } from './status.ts';

type Signal = (typeof gt06Alerts)[number]['signal'];

/** Alarm codes of 0x16 and 0x26. @source Concox GT06 manual, 5.3.1.16 (to 06); Traccar (above: they vary by model) */
const alarmSignals: ReadonlyMap<number, Signal> = new Map([
  [0x02, 'power-cut'],
  [0x04, 'fence-in'],
  [0x05, 'fence-out'],
  [0x06, 'overspeed'],
  [0x0a, 'gps-blind-area'],
  [0x0c, 'tamper'],
  [0x13, 'tamper'],
  [0x25, 'tamper'],
  [0x32, 'tamper'],
  [0x0e, 'low-battery'],
  [0x0f, 'low-battery'],
  [0x19, 'low-battery'],
  [0x14, 'door'],
  [0x18, 'removed'],
  [0x30, 'jamming'],
  [0x34, 'unlock'],
]);

/** Bits 3 to 5 of the terminal information. @source Concox GT06 manual, 5.3.1.13 */
const bitSignals: ReadonlyMap<number, Signal> = new Map([
  [2, 'terminal-power-cut'],
  [3, 'terminal-low-battery'],
]);

const alertBy = new Map<Signal, AlertCode>(gt06Alerts.map(({ signal, alert }) => [signal, alert]));

const lockBy: ReadonlyMap<number, LockState> = new Map([
  [0x33, 'LOCKED'],
  [0x34, 'UNLOCKED'],
]);

/** What a position alone says: it has no room for alerts. @param stored re-uploaded from the memory of the device; null: not said */
export const ofPosition = (stored: boolean | null): Condition => ({
  alerts: [],
  partial: true,
  stored,
  lock: null,
  authorised: null,
  batteryPct: null,
});

/** What the status of a heartbeat says: its alarm byte is no event, only the bits count. */
export function ofHeartbeat(status: StatusFields): Condition {
  const bit = bitSignals.get(bitsOf(status).alarmBits);
  const { partial: _whole, ...said } = ofPosition(null);
  return { ...said, alerts: alertsOf([bit]), batteryPct: batteryPctOf(status.voltageLevel) };
}

/** What an alarm says: its code, and the bits beside it. */
export function ofAlarm(status: StatusFields): Condition {
  const signals = [alarmSignals.get(status.alarm), bitSignals.get(bitsOf(status).alarmBits)];
  return {
    ...ofPosition(null),
    alerts: alertsOf(signals),
    lock: lockBy.get(status.alarm) ?? null,
    batteryPct: batteryPctOf(status.voltageLevel),
  };
}

function alertsOf(signals: readonly (Signal | undefined)[]): AlertCode[] {
  const alerts = signals.flatMap((signal) => (signal === undefined ? [] : (alertBy.get(signal) ?? [])));
  return [...new Set(alerts)];
}
