import { corridorOf } from '../../../fixtures/corridors/corridor-of.ts';
import type { Reading } from '../../../simulators/tracking/devices/dialect.ts';
import { loadDialect } from '../../../simulators/tracking/devices/dialects.ts';
import type { Behaviour } from '../../../simulators/tracking/journey/behaviours/behaviour.ts';
import { electronicSeal } from '../../../simulators/tracking/journey/device-profiles.ts';
import { handOvers } from '../../../simulators/tracking/journey/hand-over.ts';
import { createJourney } from '../../../simulators/tracking/journey/journey.ts';
import type { DeviceProfile } from '../../../simulators/tracking/journey/journey-options.ts';
import { pinsOf } from '../../../simulators/tracking/journey/pins-of.ts';
import type { TruthEvent } from '../../../simulators/tracking/journey/truth.ts';
import type { ProtocolName } from '../../../simulators/tracking/protocols/protocol.ts';
import type { Measured } from '../../checks/measured-positions.ts';
import { HarnessError } from '../errors.ts';
import type { Stage } from '../scenario-movement.ts';
import type { CorridorWorld } from '../world.ts';
import { type TrackedDevice, trackingOf } from './tracking-desk.ts';

const MINUTE = 60_000;
/** What the clock of a device drifts on the longest journey: 20 millionths of some days. */
const MOST_DRIFT_MS = 10_000;

/** A device that reports seldom, loses its network and repeats itself: a journey of days in some two hundred reports. */
const SELDOM: DeviceProfile = {
  ...electronicSeal,
  movingEveryMs: 15 * MINUTE,
  stoppedEveryMs: 30 * MINUTE,
  duplicateShare: 0.1,
};

/** What really happened on a journey, and what its devices measured and sent. */
export interface PlayedJourney {
  readonly truth: readonly TruthEvent[];
  readonly measured: readonly Measured[];
}

/** One thing of the journey that is sent, by true time. */
interface Item {
  readonly at: number;
  readonly send: Emitted | (() => Promise<unknown>);
}

interface Emitted {
  readonly tracked: TrackedDevice;
  readonly reading: Reading;
  readonly stored: boolean;
}

export interface JourneyWish {
  /** One device for each country that the truck crosses, in order. */
  readonly carriers: readonly (readonly [ProtocolName, string])[];
  readonly behaviours: readonly Behaviour[];
  readonly device?: Partial<DeviceProfile>;
}

/** Plays a whole journey of the current movement back to back, in the order in which things went out. */
export async function playJourney(world: CorridorWorld, wish: JourneyWish): Promise<PlayedJourney> {
  const { movement } = world;
  await world.reach('announced');
  const { truth, items } = await itemsOf(world, wish);
  const stages: readonly (readonly [Stage, number])[] = [
    ['released', Date.parse(movement.release.releasedAt)],
    ['underway', Date.parse(movement.passages[0]?.passedAt ?? movement.arrival.arrivedAt)],
    ['arrived', Date.parse(movement.arrival.arrivedAt)],
  ];
  for (const [stage, at] of stages) items.push({ at, send: () => world.reach(stage) });
  items.sort((a, b) => a.at - b.at);
  await sendAll(world, items);
  const measured = items.flatMap(({ send }) => (typeof send === 'function' ? [] : [measuredBy(send)]));
  return { truth: onceEach(truth), measured };
}

async function itemsOf(world: CorridorWorld, { carriers, behaviours, device }: JourneyWish) {
  const { movement, run } = world;
  const corridor = corridorOf(run.settings.reference.corridors, movement.corridor.name);
  const truth: TruthEvent[] = [];
  const items: Item[] = [];
  for (const [index, carried] of handOvers(corridor).entries()) {
    const [protocol, platform] = carriers[index] ?? missing(corridor.name);
    const tracked = await trackingOf(world).register(protocol, platform);
    const { resends } = await loadDialect(protocol);
    const profile = { ...SELDOM, resends, ...device };
    const onTruth = (event: TruthEvent): void => {
      truth.push(event);
      const item = officeItem(world, tracked, event, profile.clock.offsetMs);
      if (item) items.push(item);
    };
    const options = { corridor, behaviours, carried, onTruth, startsAt: 0, pins: pinsOf(movement) };
    const random = world.random.fork('journey');
    for (const { sentAt, reading, stored } of createJourney({ ...options, random, device: profile }))
      items.push({ at: sentAt, send: { tracked, reading, stored } });
  }
  return { truth, items };
}

/**
 * What an office tells when it puts a device on or takes it off: whole minutes, past the last report by the clock of the device,
 * so that this one belongs to the movement whether it comes before the removal is told or after.
 */
function officeItem(
  world: CorridorWorld,
  tracked: TrackedDevice,
  { what, at, office }: TruthEvent,
  aheadMs: number,
): Item | null {
  const told = (action: 'ATTACH' | 'DETACH', instant: number): Item => ({
    at: instant,
    send: () => trackingOf(world).assign(tracked, action, { office, at: new Date(instant).toISOString() }),
  });
  if (what === 'device-attached') return told('ATTACH', Math.floor(at / MINUTE) * MINUTE);
  if (what === 'device-removed')
    return told('DETACH', (Math.floor((at + aheadMs + MOST_DRIFT_MS) / MINUTE) + 1) * MINUTE);
  return null;
}

/** What comes from memory goes in as few frames as its protocol allows, the rest one by one. */
async function sendAll(world: CorridorWorld, items: readonly Item[]): Promise<void> {
  let waiting: Emitted[] = [];
  const flush = async (): Promise<void> => {
    const [first] = waiting;
    const readings = waiting.map(({ reading }) => reading);
    waiting = [];
    if (!first) return;
    const link = await trackingOf(world).connect(first.tracked);
    await link.report(readings, first.stored);
  };
  for (const { send } of items) {
    const [first] = waiting;
    if (typeof send === 'function') {
      await flush();
      await send();
    } else {
      if (first && !(first.stored && send.stored && first.tracked === send.tracked)) await flush();
      waiting.push(send);
    }
  }
  await flush();
}

/** Each device has a journey of its own on the same truck: what happens to the truck is told by all of them. */
const onceEach = (truth: readonly TruthEvent[]): TruthEvent[] =>
  [...new Map(truth.map((event) => [`${event.what} ${event.at}`, event])).values()].sort(
    (a, b) => a.at - b.at,
  );

const measuredBy = ({ tracked, reading, stored }: Emitted): Measured => ({
  platform: tracked.platform,
  protocol: tracked.protocol,
  deviceId: tracked.device.id,
  recordedAt: new Date(reading.at).toISOString(),
  latitudeDeg: reading.lat,
  longitudeDeg: reading.lon,
  speedKmh: reading.speedKmh,
  fixed: reading.fixed,
  alerts: reading.alerts,
  stored,
});

function missing(corridor: string): never {
  throw new HarnessError(
    'SCENARIO_ORDER',
    `Le corridor ${corridor} traverse plus de pays que le scénario n'a de balises.`,
    'Donnez une balise par pays traversé.',
  );
}
