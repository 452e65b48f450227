import type { MessageName } from '../../profile/messages/messages.ts';
import type { LinkFault, RunningFault } from '../../simulators/links/index.ts';
import { arm, type CrashPoint } from './crash.ts';
import { HarnessError } from './errors.ts';
import { eventually } from './eventually.ts';
import { isAlive } from './health.ts';
import { attempt } from './patient-traffic.ts';
import { composeValid } from './sending.ts';
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

/**
 * From a point of the traffic on the database is away, until the hub has left so many requests of our seats without effect; the
 * traffic goes on meanwhile.
 */
export function armDatabaseOutage(world: CorridorWorld, point: CrashPoint, refusals: number): void {
  const { databaseLink } = world.environment.stack;
  if (!databaseLink) throw noDatabaseLink();
  const { journal } = world.run.settings;
  arm(world, point, async () => {
    let left = refusals;
    const running = await databaseLink.begin({ name: 'cut' });
    await new Promise<void>((resolve) => {
      const unsubscribe = journal.subscribe(({ kind, stack, answer }) => {
        if (kind !== 'submit' || stack !== world.environment.stackName) return;
        if (answer === undefined || answer.status >= 500) left -= 1;
        if (left > 0) return;
        unsubscribe();
        resolve();
      });
    });
    await running.end();
  });
}

/** The database fails, after all that was under way has been done. */
export async function breakDatabase(world: CorridorWorld, fault: LinkFault): Promise<void> {
  const { databaseLink } = world.environment.stack;
  if (!databaseLink) throw noDatabaseLink();
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

/** The same to a hub that will not answer for now: goes on when the hub has surely heard of it. */
export async function sendWithoutWaiting(world: CorridorWorld, name: MessageName): Promise<void> {
  outageOf(world).waiting.push(tryToSend(world, name));
  await isAlive(world.hub);
}

const noDatabaseLink = (): HarnessError =>
  new HarnessError(
    'SCENARIO_ORDER',
    'La base de données de ce hub ne passe par aucune liaison.',
    'Commencez par « Étant donné un hub dont la base de données peut tomber ».',
  );
