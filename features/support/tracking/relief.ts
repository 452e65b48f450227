import type { ProtocolName } from '../../../simulators/tracking/protocols/protocol.ts';
import type { CorridorWorld } from '../world.ts';
import { type TrackedDevice, trackingOf } from './tracking-desk.ts';

/** The office of the itinerary on this side of the first border. */
function borderOffice({ movement }: CorridorWorld, role: 'EXIT' | 'ENTRY'): string {
  const leg = movement.notice.itinerary.legs.find((one) => one.role === role);
  return String(leg?.office);
}

/** At the first border the office of exit takes the device off. */
export async function takeOff(world: CorridorWorld, afterSeconds: number): Promise<void> {
  const desk = trackingOf(world);
  await desk.assign(desk.current, 'DETACH', { office: borderOffice(world, 'EXIT'), afterSeconds });
}

/** Behind the border the office of entry puts another device on; without `replaces` nothing was on the truck. */
export async function putOn(
  world: CorridorWorld,
  [protocol, platform]: readonly [ProtocolName, string],
  afterSeconds: number,
  relieved?: TrackedDevice,
): Promise<void> {
  const desk = trackingOf(world);
  const next = await desk.register(protocol, platform);
  const office = borderOffice(world, 'ENTRY');
  if (!relieved) {
    await desk.assign(next, 'ATTACH', { office, afterSeconds });
    return;
  }
  const replaces = { platform: relieved.platform, deviceId: relieved.device.id };
  await desk.assign(next, 'TRANSFER', { office, afterSeconds, replaces });
}
