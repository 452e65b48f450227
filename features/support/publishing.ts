import type { ReferenceContent } from '../../profile/messages/parts/reference-content.ts';
import { listIn } from '../checks/recorded.ts';
import type { HarnessClock } from './harness-clock.ts';
import type { CorridorWorld, Sent } from './world.ts';

/** Versions given so far in an environment, by country and kind: one that is not in effect yet is published nowhere. */
const given = new WeakMap<HarnessClock, Map<string, number>>();

/**
 * Publishes reference data of a country under its next version, since a target may remember earlier runs.
 * @param sender the country itself, unless another one makes free with its data
 */
export async function publish(
  world: CorridorWorld,
  country: string,
  content: ReferenceContent,
  effectiveInSeconds: number,
  sender: string = country,
): Promise<Sent> {
  const { body } = await world.seat(sender).referenceData();
  const known = listIn(body, 'versions') ?? [];
  const versions = known
    .filter((entry) => entry['country'] === country && entry['kind'] === content.kind)
    .flatMap(({ version }) => (Number.isSafeInteger(version) ? [Number(version)] : []));
  const effectiveFrom = inSeconds(world, effectiveInSeconds);
  const key = `${country} ${content.kind}`;
  const here = given.get(world.environment.clock) ?? new Map<string, number>();
  const version = Math.max(here.get(key) ?? 0, ...versions) + 1;
  given.set(world.environment.clock, here.set(key, version));
  return world.send(sender, 'ReferenceDataNotice', { country, version, effectiveFrom, content });
}

/** ISO 8601 UTC, so many seconds from now on the clock of the environment. */
export const inSeconds = (world: CorridorWorld, seconds: number): string =>
  new Date(world.environment.clock.now() + seconds * 1000).toISOString();
