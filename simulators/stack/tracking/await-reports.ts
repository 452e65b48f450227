import type { Work } from '../outbox/work.ts';
import type { DeviceKey } from './assignments.ts';
import { keyOf } from './tracker.ts';

/** The timer that watches a device on a movement. */
export const SILENCE = 'device-silent';

/** From `since` on (ms since the epoch), the device has to be heard again before its time is over. */
export function awaitReports(unit: Work, reference: string, device: DeviceKey, since: number): void {
  const { hooks, timerMs } = unit.context;
  const { platform, deviceId } = device;
  const limitMs = hooks.onSilence(timerMs('deviceSilent'), { reference, platform, deviceId });
  unit.timer(SILENCE, `${reference} ${keyOf(device)}`, Math.max(unit.at, since) + limitMs);
}
