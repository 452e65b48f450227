import { isDeepStrictEqual } from 'node:util';
import { createRandom } from '../../fixtures/random.ts';
import { loadReferenceData } from '../../fixtures/reference-data.ts';
import type { Clock } from '../../profile/clock.ts';
import type { Requirement } from '../../profile/export/requirements.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import { type Environment, openEnvironment } from './environment.ts';
import { SharedEnvironment, Spares } from './exclusive.ts';
import type { LinkEngine } from './links/link-engine.ts';
import { RunContext } from './run-context.ts';
import type { RunPlan } from './run-plan.ts';
import { openServiced, type ServicedStack } from './services/serviced-stack.ts';
import { SharedWireMock } from './services/shared-wiremock.ts';
import type { StackNeeds, StackUnderTest, Target } from './targets/target.ts';

const DEFAULT_SPARES = 2;
const LINKED: StackNeeds = { databaseLink: true };

/** Stacks that scenarios have for themselves, started ahead by what is needed of them. */
export interface SpareStacks extends AsyncDisposable {
  readonly ordinary: Spares<Environment>;
  /** Their database is reached over a link. */
  readonly linked: Spares<Environment>;
  readonly serviced: Spares<ServicedStack>;
}

/** What the scenarios of a run share, and the stacks kept ready beside. */
export interface OpenRun {
  readonly context: RunContext;
  readonly spares: SpareStacks;
  readonly clocked: SharedEnvironment;
  readonly wireMock: SharedWireMock;
}

/** Seats the countries around the stack of a target. The main environment belongs to whoever asked. */
export async function openRunContext(
  plan: RunPlan,
  target: Target,
  journal: Journal,
  register: readonly Requirement[],
  links: Pick<LinkEngine, 'by'> = {},
): Promise<OpenRun> {
  const { options, runId, seed, salt, now, signal } = plan;
  const reference = loadReferenceData();
  const realClock = { now };
  const around = seating(plan, target, journal, reference);
  const environment = await around(target.main);
  const { fresh } = target;
  const another = async (needs?: StackNeeds): Promise<Environment> =>
    fresh ? around(await fresh(needs)) : environment;
  const clocked = new SharedEnvironment(() => another());
  const env = { ...plan.io.env, ...wireMockOf(target) };
  const wireMock = new SharedWireMock({ env, runId, signal, realNow: now });
  const spares = openSpares(another, wireMock, realClock, options.spares ?? DEFAULT_SPARES);
  const context = new RunContext({
    seed,
    salt,
    reference,
    journal,
    realClock,
    signal,
    environment,
    links,
    ...(fresh && {
      exclusive: () => spares.ordinary.lend(),
      madeToMeasure: (needs: StackNeeds) =>
        isDeepStrictEqual(needs, LINKED) ? spares.linked.lend() : another(needs),
      serviced: () => spares.serviced.lend(),
      clocked: () => clocked.get(),
    }),
    classOf: new Map(register.map((requirement) => [requirement.id, requirement.class])),
    stopOnceRed: options.stopOnceRed ?? [],
    answerWithinMs: options.answerWithinMs,
    reconcileBooks: options.reconcileBooks,
    ...(options.onProgress && { onProgress: options.onProgress }),
  });
  return { context, spares, clocked, wireMock };
}

function openSpares(
  start: (needs?: StackNeeds) => Promise<Environment>,
  wireMock: SharedWireMock,
  realClock: Clock,
  ahead: number,
): SpareStacks {
  const ordinary = new Spares(() => start(), ahead);
  const linked = new Spares(() => start(LINKED), ahead);
  const serviced = new Spares(() => openServiced(wireMock, start, realClock), ahead);
  const all = [ordinary, linked, serviced];
  const end = async () => void (await Promise.all(all.map((spares) => spares[Symbol.asyncDispose]())));
  return { ordinary, linked, serviced, [Symbol.asyncDispose]: end };
}

/** The WireMock that stands beside the stack, where the target has one: the stack may reach no other. */
function wireMockOf({ parts }: Target): { WIREMOCK_URL?: string } {
  const at = parts?.['wiremock']?.here;
  return at ? { WIREMOCK_URL: `http://${at.host}:${at.port}` } : {};
}

/** Seats the simulated countries around one stack after the other; each has message ids of its own. */
function seating(
  { options: { answerWithinMs }, runId, seed, salt, now, signal }: RunPlan,
  target: Target,
  journal: Journal,
  reference: ReturnType<typeof loadReferenceData>,
): (stack: StackUnderTest) => Promise<Environment> {
  let opened = 0;
  return (stack) => {
    const random = createRandom(`${seed}/${salt}/ids/${opened}`);
    opened += 1;
    // Stacks of ours come and go, and a port may serve two of them; a stack of others is known by its address.
    const stackName = target.fresh && `${runId}/${opened}`;
    return openEnvironment(stack, {
      journal,
      stackName,
      reference,
      realClock: { now },
      random,
      signal,
      answerWithinMs,
    });
  };
}
