import { readFileSync } from 'node:fs';
import { addressOf } from '../../features/support/environment.ts';
import type { TargetDescription } from '../../features/support/targets/target.ts';
import { createRandom } from '../../fixtures/random.ts';
import type { FixtureReferenceData } from '../../fixtures/reference-data.ts';
import type { Clock } from '../../profile/clock.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import { CustomsSystem, createMessageIds, type HubTls } from '../../simulators/customs/index.ts';

/** Messages and movements that a seat keeps in memory: enough for what comes again. */
const KEPT = 2_000;

/** What the simulated countries of a run are started with. */
export interface SeatsOptions {
  readonly target: TargetDescription;
  readonly reference: FixtureReferenceData;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Seed and salt of the run. */
  readonly seed: string;
}

/** The countries that take what the hub delivers, and record it; what they send, k6 sends for them. */
export async function openSeats(
  { target, reference, clock, journal, seed }: SeatsOptions,
  owned: AsyncDisposableStack,
): Promise<ReadonlyMap<string, CustomsSystem>> {
  const seats = new Map<string, CustomsSystem>();
  const tls = target.tls && certificatesOf(target.tls);
  for (const country of [...reference.countries].sort()) {
    const ids = createMessageIds(clock, createRandom(`${seed}/${country}`));
    const seat = await CustomsSystem.start({
      country,
      hub: target.hub,
      clock,
      journal,
      ids,
      reference,
      keep: KEPT,
      ...addressOf(target, country),
      ...(tls && { tls }),
    });
    seats.set(country, owned.use(seat));
  }
  return seats;
}

function certificatesOf(files: NonNullable<TargetDescription['tls']>): HubTls {
  const read = (name: keyof HubTls): HubTls => {
    const file = files[name];
    return file === undefined ? {} : { [name]: readFileSync(file, 'utf8') };
  };
  return { ...read('ca'), ...read('cert'), ...read('key') };
}
