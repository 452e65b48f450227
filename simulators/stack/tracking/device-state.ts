import { statement } from '../database/transaction.ts';
import type { Work } from '../outbox/work.ts';
import type { DeviceKey } from './assignments.ts';
import { type DeviceState, noteState } from './device-table.ts';

const move = statement(
  'tracking-device-move',
  `update tracking_device set state = $3, clock_ahead = clock_ahead and not $4
   where platform = $1 and device_id = $2`,
);

/** A device changes its state on a movement; that its clock is ahead is to be told again on a new one. @param since ms since the epoch */
export async function moveDevice(
  unit: Work,
  reference: string,
  { platform, deviceId }: DeviceKey,
  to: DeviceState,
  since: number,
): Promise<void> {
  const state = unit.context.hooks.onDeviceState(to, { reference, platform, deviceId });
  await move(unit.transaction, platform, deviceId, state, to === 'ATTACHED');
  await noteState(unit.transaction, reference, { platform, deviceId }, state, since);
}

const wake = statement<{ platform: string }>(
  'tracking-device-wake',
  `update tracking_device set state = $3 where platform = $1 and device_id = $2 and state in ('ATTACHED', 'SILENT')
   returning platform`,
);

/** A device on a movement is heard: it is active from now on. @returns whether it was not before */
export async function wakeDevice(
  unit: Work,
  reference: string,
  { platform, deviceId }: DeviceKey,
): Promise<boolean> {
  const state = unit.context.hooks.onDeviceState('ACTIVE', { reference, platform, deviceId });
  const woken = await wake(unit.transaction, platform, deviceId, state);
  if (woken.length > 0) await noteState(unit.transaction, reference, { platform, deviceId }, state, unit.at);
  return woken.length > 0;
}
