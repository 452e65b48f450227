import type { TrackingEventPayload } from '../../../profile/messages/tracking-event.ts';
import { createMessageIds } from '../../../simulators/customs/index.ts';
import type { CorridorWorld, Sent } from '../world.ts';
import { instantAfter } from './instants.ts';
import { positionNamed } from './positions.ts';
import type { TrackedDevice } from './tracking-desk.ts';

/** What a scenario says of an event that a platform tells by itself; all else is as an honest platform has it. */
export interface ToldBy {
  readonly tracked: TrackedDevice;
  /** A place, in the words of `positions.ts`. */
  readonly place: string;
  readonly territory: string;
  /** When it happened, seconds after the day began. */
  readonly afterSeconds: number;
  /** Fields that the scenario chooses. */
  readonly changes?: { readonly [Field in keyof TrackingEventPayload]?: unknown };
  /** Who says so; default: the platform of the device. */
  readonly sender?: string;
}

const told = new WeakMap<CorridorWorld, number>();

/** A platform that the stack does not host, or somebody in its place, tells of the current movement (AT17). */
export function tellEvent(
  world: CorridorWorld,
  { tracked, place, territory, afterSeconds, changes = {}, sender = tracked.platform }: ToldBy,
): Promise<Sent> {
  const { environment, movement, run } = world;
  const nth = (told.get(world) ?? 0) + 1;
  told.set(world, nth);
  const ids = createMessageIds(environment.clock, world.random.fork(`event ${nth} ${run.settings.salt}`));
  const payload = {
    transitReference: movement.reference,
    eventId: ids.next(),
    platform: tracked.platform,
    deviceId: tracked.device.id,
    deviceSeq: nth,
    kind: changes.alert === undefined ? 'POSITION' : 'ALERT',
    recordedAt: instantAfter(world, afterSeconds),
    receivedAt: new Date(environment.clock.now()).toISOString(),
    position: positionNamed(run.settings.reference, place),
    speedKmh: 50,
    territory,
    gnss: 'FIX',
    stored: false,
    ...changes,
  };
  return world.send(sender, 'TrackingEvent', payload);
}
