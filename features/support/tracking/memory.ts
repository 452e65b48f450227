import type { Reading } from '../../../simulators/tracking/devices/dialect.ts';
import { loadDialect } from '../../../simulators/tracking/devices/dialects.ts';
import type { CorridorWorld } from '../world.ts';
import { trackingOf } from './tracking-desk.ts';

const memories = new WeakMap<CorridorWorld, Reading[]>();

/** What the device of a scenario holds back while there is no network, oldest first. */
export function memoryOf(world: CorridorWorld): Reading[] {
  const known = memories.get(world) ?? [];
  memories.set(world, known);
  return known;
}

/** The network is back: the device hands over what it held back, in the order that its maker chose, as stored reports. */
export async function handOver(world: CorridorWorld): Promise<void> {
  const desk = trackingOf(world);
  const { resends } = await loadDialect(desk.current.protocol);
  const held = memoryOf(world).splice(0);
  await desk.report(desk.current, resends === 'newest-first' ? held.reverse() : held, true);
}

/** The last reports of the scenario once more, as if no answer had come; by the clock of the device as they were. */
export async function repeatLast(world: CorridorWorld, count: number, stored = false): Promise<void> {
  const desk = trackingOf(world);
  const { aheadMs } = desk.current;
  const again = desk.readings.slice(-count).map((reading) => ({ ...reading, at: reading.at - aheadMs }));
  await desk.report(desk.current, again, stored);
}
