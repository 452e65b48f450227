import type { DeviceAssignmentPayload } from '../../../profile/messages/device-assignment.ts';
import type { CorridorWorld } from '../world.ts';
import type { OfficeOf } from './assignment-words.ts';
import { type TrackedDevice, trackingOf } from './tracking-desk.ts';

/** What an office does with a device of the scenario. */
export interface Assigning {
  readonly office: OfficeOf;
  readonly action: DeviceAssignmentPayload['action'];
  /** The device, counted from 1. */
  readonly nth: number;
  readonly changes?: Parameters<ReturnType<typeof trackingOf>['assign']>[2];
}

/** An office puts a device on or takes it off the current movement; what the stack makes of it is told, not judged. */
export async function assign(
  world: CorridorWorld,
  { office, action, nth, changes = {} }: Assigning,
): Promise<void> {
  const desk = trackingOf(world);
  await desk.assign(desk.device(nth), action, { ...changes, office: office(world.movement) });
}

/** An office has one device relieved by another. */
export const relieve = (
  world: CorridorWorld,
  given: { office: OfficeOf; relieved: number; nth: number; afterSeconds: number },
): Promise<void> => {
  const { office, relieved, nth, afterSeconds } = given;
  const changes = { afterSeconds, replaces: keyOf(world, relieved) };
  return assign(world, { office, action: 'TRANSFER', nth, changes });
};

/** A device of the scenario as messages name it. @param nth counted from 1 */
export function keyOf(world: CorridorWorld, nth: number): { platform: string; deviceId: string } {
  const { platform, device }: TrackedDevice = trackingOf(world).device(nth);
  return { platform, deviceId: device.id };
}
