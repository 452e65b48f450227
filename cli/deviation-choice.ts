import { near } from '../features/support/near.ts';
import { createRandom } from '../fixtures/random.ts';
import type { Deviation } from '../simulators/stack/deviations/deviation.ts';
import { allDeviations, deviationNamed, deviationNames } from '../simulators/stack/deviations/deviations.ts';
import { UsageError } from './failure.ts';
import type { Shard } from './options.ts';

/** What is asked for on the command line. */
export interface Choice {
  readonly only?: readonly string[];
  readonly shard?: Shard;
  /** Without it the shy ones are left out, unless named. */
  readonly explore: boolean;
}

/**
 * The deviations of a run: those named; else all, or one part of them that the seed draws. All parts of one seed
 * together are all. Those that show only under load are never among them.
 * @throws UsageError `UNKNOWN_DEVIATION`, `SHOWS_UNDER_LOAD`
 */
export function chooseDeviations({ only, shard, explore }: Choice, seed: number): readonly Deviation[] {
  if (only) return only.map(insistOnQuietDeviation);
  return partOf(
    allDeviations().filter(({ shy, underLoad }) => !underLoad && (explore || !shy)),
    seed,
    shard,
  );
}

/** No scenario sees one that shows only under load: it would pass for a survivor. */
function insistOnQuietDeviation(name: string): Deviation {
  const found = insistOnDeviation(name);
  if (!found.underLoad) return found;
  throw new UsageError(
    'SHOWS_UNDER_LOAD',
    `Found "${name}", which shows only under load: no scenario sees it.`,
    `Run corridor load PLAN --deviation ${name}: ${found.underLoad.foundBy.join(' and ')} must find it.`,
  );
}

/** @throws UsageError `UNKNOWN_DEVIATION` */
export function insistOnDeviation(name: string): Deviation {
  const found = deviationNamed(name);
  if (found) return found;
  const alike = near(name, deviationNames).slice(0, 3);
  const proposed = alike.length > 0 ? `Did you mean ${alike.join(', ')}? ` : '';
  throw new UsageError(
    'UNKNOWN_DEVIATION',
    `Found no deviation named "${name}".`,
    `${proposed}docs/deviations.md lists all ${deviationNames.length}.`,
  );
}

function partOf(all: readonly Deviation[], seed: number, shard: Shard | undefined): readonly Deviation[] {
  if (!shard) return all;
  const random = createRandom(`${seed}/deviations`);
  const drawn = all
    .map((deviation) => ({ deviation, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .filter((_, place) => place % shard.total === shard.index - 1)
    .map(({ deviation }) => deviation);
  return drawn.toSorted((a, b) => a.name.localeCompare(b.name));
}
