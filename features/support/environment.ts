import type { Random } from '../../fixtures/random.ts';
import type { Capabilities } from '../../profile/capabilities.ts';
import type { Clock } from '../../profile/clock.ts';
import type { ReferenceData } from '../../profile/reference-data.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import { CustomsSystem, createMessageIds } from '../../simulators/customs/index.ts';
import { readCapabilities } from './capabilities.ts';
import { HarnessClock } from './harness-clock.ts';
import type { StackUnderTest, TargetDescription } from './targets/target.ts';

/** Countries of the profile's first corridors. */
export const COUNTRIES = ['TG', 'BF', 'ML', 'NE'] as const;

/** A stack, and the simulated countries that sit around it. */
export interface Environment extends AsyncDisposable {
  readonly stack: StackUnderTest;
  readonly clock: HarnessClock;
  readonly capabilities: Capabilities;
  /** Simulated seats by country; a country played by the real system is not among them. */
  readonly seats: ReadonlyMap<string, CustomsSystem>;
}

export interface EnvironmentOptions {
  readonly journal: Journal;
  readonly reference: ReferenceData;
  readonly realClock: Clock;
  /** For message ids; seeded with seed and salt. */
  readonly random: Random;
}

/** Seats the simulated countries around a running stack. Owns the stack: disposing ends both. */
export async function openEnvironment(
  stack: StackUnderTest,
  { journal, reference, realClock, random }: EnvironmentOptions,
): Promise<Environment> {
  const { description } = stack;
  const { hub, seatsUnderTest } = description;
  const clock = new HarnessClock(realClock);
  const ids = createMessageIds(clock, random);
  await using started = new AsyncDisposableStack();
  started.use(stack);
  const capabilities = await readCapabilities(hub);
  const seats: CustomsSystem[] = [];
  for (const country of COUNTRIES.filter((name) => !seatsUnderTest.includes(name))) {
    const address = addressOf(description, country);
    const seat = await CustomsSystem.start({ country, hub, clock, journal, ids, reference, ...address });
    seats.push(started.use(seat));
  }
  const owned = started.move();
  return {
    stack,
    clock,
    capabilities,
    seats: new Map(seats.map((seat) => [seat.country, seat])),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** A known port may be published under another address than the one we listen on; a free one cannot. */
function addressOf({ host = '127.0.0.1', ports = {} }: TargetDescription, country: string) {
  const port = ports[country] ?? 0;
  if (port === 0 || host === '127.0.0.1') return { host, port };
  return { host: '0.0.0.0', port, publicUrl: `http://${host}:${port}` };
}
