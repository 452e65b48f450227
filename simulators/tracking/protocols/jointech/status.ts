import type { AlertCode } from '../../../../profile/tracking/alert-mapping.ts';
import { jointechAlerts } from '../../../../profile/tracking/alerts/jointech.ts';
import type { LockState } from '../protocol.ts';

/**
 * Bits of the device status, a 16-bit number: byte 36 of the frame is its high half.
 *
 * @source JT701D Protocol Manual V1.4, device status (tracking notes, clause 2)
 */
const statusBits = {
  lbsFix: 0,
  enterFenceAlarm: 1,
  exitFenceAlarm: 2,
  ropeCutAlarm: 3,
  vibrationAlarm: 4,
  ackRequired: 5,
  ropeInserted: 6,
  motorLocked: 7,
  longUnlockAlarm: 8,
  wrongPasswordAlarm: 9,
  illegalCardAlarm: 10,
  lowBatteryAlarm: 11,
  backCoverOpenAlarm: 12,
  backCoverClosed: 13,
  motorStuckAlarm: 14,
} as const;
/** Name of one bit of the device status. */
export type StatusBit = keyof typeof statusBits;

/** Whether a bit of the status is set. */
export const statusHas = (status: number, bit: StatusBit): boolean => ((status >> statusBits[bit]) & 1) === 1;

/** The status with the given bits set and no others. */
export const statusOf = (bits: readonly StatusBit[]): number =>
  bits.reduce((status, bit) => status | (1 << statusBits[bit]), 0);

/** Each bit by its name. */
export function statusNames(status: number): Record<string, boolean> {
  const names: Record<string, boolean> = {};
  for (const [name, bit] of Object.entries(statusBits)) names[name] = ((status >> bit) & 1) === 1;
  return names;
}

/** Signals of the status bits, as the mapping of the profile names them. */
const signals = {
  enterFenceAlarm: 'enter-fence',
  exitFenceAlarm: 'exit-fence',
  ropeCutAlarm: 'rope-cut',
  longUnlockAlarm: 'long-unlocked',
  wrongPasswordAlarm: 'wrong-password',
  illegalCardAlarm: 'illegal-card',
  lowBatteryAlarm: 'low-battery',
  backCoverOpenAlarm: 'back-cover-opened',
} as const satisfies Partial<Record<StatusBit, (typeof jointechAlerts)[number]['signal']>>;

const mapped: readonly { readonly bit: number; readonly alert: AlertCode }[] = Object.entries(
  statusBits,
).flatMap(([name, bit]) =>
  jointechAlerts
    .filter(({ signal }) => signal === new Map<string, string>(Object.entries(signals)).get(name))
    .map(({ alert }) => ({ bit, alert })),
);

/** Alerts of the bits that are set, each once. */
export function alertsOfStatus(status: number): AlertCode[] {
  const alerts: AlertCode[] = [];
  for (const { bit, alert } of mapped) if ((status >> bit) & 1 && !alerts.includes(alert)) alerts.push(alert);
  return alerts;
}

/**
 * The lock as the status tells it. A motor that is locked without its rope counts as cut: the rope locks the motor and
 * is held by it, so it can only have left by force.
 *
 * @source tracking notes, clause 2 (sealed 0x20E0, unlocked: bit 7 clear); CUT without the alarm bit: assumption
 */
export function lockOfStatus(status: number): LockState {
  if (statusHas(status, 'ropeCutAlarm')) return 'CUT';
  if (statusHas(status, 'motorStuckAlarm')) return 'UNKNOWN';
  if (!statusHas(status, 'motorLocked')) return 'UNLOCKED';
  return statusHas(status, 'ropeInserted') ? 'LOCKED' : 'CUT';
}
