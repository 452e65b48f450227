import type { lockStates } from '../../../../profile/code-lists/code-lists.ts';
import type { AlertCode } from '../../../../profile/tracking/alert-mapping.ts';
import { osmandAlerts } from '../../../../profile/tracking/alerts/osmand.ts';
import type { LockState } from '../protocol.ts';

/** Alerts of alarm names with commas between; names that have no counterpart are passed over. */
export const alertsOfAlarms = (alarms: string | undefined): AlertCode[] => [
  ...new Set(
    (alarms ?? '')
      .split(',')
      .flatMap((name) => osmandAlerts.filter(({ signal }) => signal === name).map(({ alert }) => alert)),
  ),
];

const states: ReadonlyMap<string, LockState> = new Map([
  ['LOCKED', 'LOCKED'],
  ['UNLOCKED', 'UNLOCKED'],
  ['CUT', 'CUT'],
  ['UNKNOWN', 'UNKNOWN'],
] satisfies [keyof typeof lockStates, LockState][]);

/** The state of the lock, in the words of the profile; anything else says nothing. */
export const lockOf = (text: string | undefined): LockState | null => states.get(text ?? '') ?? null;

/** Yes or no as clients write it. */
export function flagOf(text: string | undefined): boolean | null {
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : null;
}
