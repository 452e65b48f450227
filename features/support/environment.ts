import type { Random } from '../../fixtures/random.ts';
import type { Capabilities } from '../../profile/capabilities.ts';
import type { Clock } from '../../profile/clock.ts';
import type { ReferenceData } from '../../profile/reference-data.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import { CustomsSystem, createMessageIds } from '../../simulators/customs/index.ts';
import { ask } from './ask.ts';
import { readCapabilities } from './capabilities.ts';
import { InconclusiveError } from './errors.ts';
import { HarnessClock } from './harness-clock.ts';
import type { StackUnderTest, TargetDescription } from './targets/target.ts';

/** Countries of the profile's first corridors. */
export const COUNTRIES = ['TG', 'BF', 'ML', 'NE'] as const;

const CLOCK_WITHIN_MS = 10_000;
/** Less is the time that the answer took. */
const SKEW_MS = 2_000;

/** A stack, and the simulated countries that sit around it. */
export interface Environment extends AsyncDisposable {
  readonly stack: StackUnderTest;
  /** Its name in the evidence. */
  readonly stackName: string;
  readonly clock: HarnessClock;
  readonly capabilities: Capabilities;
  /** Simulated seats by country; a country played by the real system is not among them. */
  readonly seats: ReadonlyMap<string, CustomsSystem>;
}

export interface EnvironmentOptions {
  readonly journal: Journal;
  /** Name of the stack in the evidence, where a run starts several; default: its base address. */
  readonly stackName?: string | undefined;
  readonly reference: ReferenceData;
  readonly realClock: Clock;
  /** For message ids; seeded with seed and salt. */
  readonly random: Random;
  /** When it fires, every connection of the simulated countries is cut, so that nothing waits any more. */
  readonly signal: AbortSignal;
  /** Longest wait for one answer of the stack, milliseconds; default: what the profile allows. */
  readonly answerWithinMs?: number | undefined;
}

/** Seats the simulated countries around a running stack. Owns the stack: disposing ends both. */
export async function openEnvironment(
  stack: StackUnderTest,
  { journal, stackName, reference, realClock, random, signal, answerWithinMs }: EnvironmentOptions,
): Promise<Environment> {
  const { description } = stack;
  const { hub, seatsUnderTest } = description;
  const name = stackName ?? hub;
  const clock = new HarnessClock(realClock);
  const ids = createMessageIds(clock, random);
  await using started = new AsyncDisposableStack();
  started.use(stack);
  const capabilities = await readCapabilities(description, answerWithinMs);
  if (capabilities.testClock) await followClock(hub, clock, answerWithinMs);
  const seats: CustomsSystem[] = [];
  for (const country of COUNTRIES.filter((name) => !seatsUnderTest.includes(name))) {
    const options = {
      country,
      hub,
      stack: name,
      clock,
      journal,
      ids,
      reference,
      register: false,
    };
    const limits = answerWithinMs === undefined ? {} : { answerTimeoutMs: answerWithinMs };
    const seat = await CustomsSystem.start({ ...options, ...limits, ...addressOf(description, country) });
    seats.push(started.use(seat));
  }
  const cut = () => void Promise.all(seats.map((seat) => seat[Symbol.asyncDispose]()));
  signal.addEventListener('abort', cut, { once: true });
  started.defer(() => signal.removeEventListener('abort', cut));
  // In production the participants are the real ones: their addresses are not ours to replace.
  if (description.environment !== 'production')
    for (const seat of seats) await insistOnRegistration(seat, hub);
  const owned = started.move();
  return {
    stack,
    stackName: name,
    clock,
    capabilities,
    seats: new Map(seats.map((seat) => [seat.country, seat])),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** A stack whose test clock an earlier run has moved lives ahead of us; its countries must too. */
async function followClock(hub: string, clock: HarnessClock, withinMs?: number): Promise<void> {
  const { body } = await ask(`${hub}/v0/test-clock`, { withinMs: withinMs ?? CLOCK_WITHIN_MS });
  const now = Date.parse(String(body?.['now']));
  if (Math.abs(now - clock.now()) > SKEW_MS) clock.moveTo(now);
}

/** Without an address the stack would deliver nothing: then nothing can be said about it. */
async function insistOnRegistration(seat: CustomsSystem, hub: string): Promise<void> {
  const { status, fault } = await seat.register();
  if (fault === undefined && status >= 200 && status < 300) return;
  throw new InconclusiveError(
    `La cible ${hub} n'inscrit pas ${seat.country} (PUT /v0/participants/${seat.country}) : ${fault ?? `réponse ${status}`}.`,
    'Chaque pays simulé donne à la cible son adresse de remise ; voir docs/profile/binding.md, section 5.',
  );
}

/**
 * Where a seat listens, and under which address the stack finds it. A known port may be published under another address than
 * the one we listen on; a free one only where the target says on which we do.
 */
export function addressOf({ host = '127.0.0.1', listen, ports = {} }: TargetDescription, seat: string) {
  const port = ports[seat] ?? 0;
  if (listen !== undefined) return { host: listen, port, publicHost: host };
  if (port === 0 || host === '127.0.0.1') return { host, port };
  return { host: '0.0.0.0', port, publicUrl: `http://${host}:${port}` };
}
