import type { MessageName } from '../../profile/messages/messages.ts';
import type { LinkFault, RunningFault } from '../../simulators/links/index.ts';
import { arm, type CrashPoint } from './crash.ts';
import { HarnessError } from './errors.ts';
import { eventually } from './eventually.ts';
import { isAbleToSpeak, isAlive } from './health.ts';
import { observedOn } from './links/link-evidence.ts';
import { attempt } from './patient-traffic.ts';
import { composeValid } from './sending.ts';
import type { ToldLink } from './targets/database-link.ts';
import type { CorridorWorld, Sent } from './world.ts';

/** The outages of the database in a scenario: what still fails, and from where on its records count. */
interface Outage {
  readonly running: RunningFault[];
  since: number;
  until: number | undefined;
  readonly waiting: Promise<Sent>[];
}

const outages = new WeakMap<CorridorWorld, Outage>();

function outageOf(world: CorridorWorld): Outage {
  const outage = outages.get(world) ?? { running: [], since: 0, until: undefined, waiting: [] };
  outages.set(world, outage);
  return outage;
}

const told = new WeakSet<CorridorWorld>();

/** The link to the database; what befalls it is in the evidence of the scenario from now on, as with the links of seats. */
function toldLinkOf(world: CorridorWorld): ToldLink {
  const { databaseLink } = world.environment.stack;
  if (!databaseLink) throw noDatabaseLink();
  if (told.has(world)) return databaseLink;
  told.add(world);
  const { journal } = world.run.settings;
  const { clock, stackName: stack } = world.environment;
  const unsubscribe = databaseLink.subscribe((event) => {
    const place = { from: 'hub', to: 'database', stack };
    journal.record(observedOn({ ...event, at: clock.now() }, place, [world.linkConversation]));
  });
  world.onClose(async () => unsubscribe());
  return databaseLink;
}

/**
 * From a point of the traffic on the database is away, until the hub has left so many requests of our seats without effect; the
 * traffic goes on meanwhile.
 */
export function armDatabaseOutage(world: CorridorWorld, point: CrashPoint, refusals: number): void {
  const databaseLink = toldLinkOf(world);
  arm(world, point, async (ended) => {
    const running = await databaseLink.begin({ name: 'cut' });
    await leftWithoutEffect(world, refusals, ended);
    await running.end();
  });
}

/** Resolves when the hub has left so many requests of our seats without effect, or the scenario ends. */
function leftWithoutEffect(world: CorridorWorld, refusals: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let left = refusals;
    const unsubscribe = world.run.settings.journal.subscribe(({ kind, stack, answer }) => {
      if (kind !== 'submit' || stack !== world.environment.stackName) return;
      if (answer === undefined || answer.status >= 500) left -= 1;
      if (left <= 0) over();
    });
    const over = (): void => {
      unsubscribe();
      resolve();
    };
    ended.addEventListener('abort', over, { once: true });
  });
}

/** The database fails, after all that was under way has been done. */
export async function breakDatabase(world: CorridorWorld, fault: LinkFault): Promise<void> {
  const databaseLink = toldLinkOf(world);
  await world.settle();
  const outage = outageOf(world);
  outage.since = world.recorded.length;
  outage.until = undefined;
  const running = await databaseLink.begin(fault);
  outage.running.push(running);
  world.onClose(() => running.end());
}

/** The database is there again, and what waited for an answer all the while has it. */
export async function mendDatabase(world: CorridorWorld): Promise<void> {
  const outage = outageOf(world);
  outage.until ??= world.recorded.length;
  for (const running of outage.running.splice(0)) await running.end();
  await Promise.all(outage.waiting.splice(0));
  await hubGoesOn(world);
}

const GOES_ON_WITHIN_MS = 10_000;

/** Waits until the hub answers again from its books; that it never does is its fault (RES-003). */
async function hubGoesOn(world: CorridorWorld): Promise<void> {
  const [seat] = world.environment.seats.values();
  if (!seat || !(await isAlive(world.hub))) return;
  const { satisfied, last } = await eventually(() => seat.deliveries(), {
    until: ({ status }) => status === 200,
    withinMs: GOES_ON_WITHIN_MS,
    clock: world.run.settings.realClock,
  });
  if (satisfied) return;
  const observed = `réponse ${last.status} encore ${GOES_ON_WITHIN_MS / 1000} s après`;
  const expected = 'la base revenue, le hub répond de nouveau par ses livres';
  world.judge([{ ok: false, requirement: 'RES-003', expected, observed }]);
}

/** What was recorded while the database failed. */
export const duringOutage = (world: CorridorWorld) => {
  const { since, until } = outageOf(world);
  return world.recorded.slice(since, until);
};

/** The competent office sends a message once, and takes whatever comes of it. */
export const tryToSend = (world: CorridorWorld, name: MessageName): Promise<Sent> =>
  attempt(world, composeValid(world, name));

/** The same to a hub that will not answer for now: goes on when the hub has answered another request, asked after it. */
export async function sendWithoutWaiting(world: CorridorWorld, name: MessageName): Promise<void> {
  const sending = tryToSend(world, name);
  sending.catch(() => undefined); // told when the database is back
  outageOf(world).waiting.push(sending);
  await isAbleToSpeak(world.hub);
}

const noDatabaseLink = (): HarnessError =>
  new HarnessError(
    'SCENARIO_ORDER',
    'La base de données de ce hub ne passe par aucune liaison.',
    'Commencez par « Étant donné un hub dont la base de données peut tomber ».',
  );
