import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { HarnessError, NotApplicableError } from './errors.ts';
import { restartOf } from './restart-stack.ts';
import type { CorridorWorld } from './world.ts';

/** When something befalls the hub: at the nth exchange of a kind that our seats see; a kill so many times in a row. */
export interface CrashPoint {
  /** `submit`: an answer has come to a message. `deliver`: a message has come, its answer has not left yet. */
  readonly kind: 'submit' | 'deliver';
  readonly nth: number;
  readonly times: number;
}

/** Kills the hub as a power cut would, and starts it again; between both nobody can reach it. */
export async function crash(world: CorridorWorld, times = 1): Promise<void> {
  for (let nth = 0; nth < times; nth += 1) await restartOf(world)();
}

/** How the hub of this scenario is killed and started apart; NotApplicableError where only both together can be had. */
export function powerOf({ environment }: CorridorWorld): {
  kill: () => Promise<void>;
  start: () => Promise<void>;
} {
  const { kill, start } = environment.stack;
  if (kill && start) return { kill, start };
  throw new NotApplicableError(
    'Nous ne pouvons pas arrêter cette cible sans la relancer aussitôt.',
    'Choisissez la cible de référence.',
  );
}

interface Plan {
  readonly point: CrashPoint;
  over: Promise<void> | undefined;
}

const armed = new WeakMap<CorridorWorld, Plan[]>();

/** From now on the hub is killed when the point comes, in the middle of whatever goes on, and started again. */
export function armCrash(world: CorridorWorld, point: CrashPoint): void {
  restartOf(world); // where it cannot be done nothing is begun
  arm(world, point, () => crash(world, point.times));
}

/**
 * Does something at a point of the traffic, while it goes on.
 * @param act is told when the scenario ends before it does
 */
export function arm(
  world: CorridorWorld,
  point: CrashPoint,
  act: (ended: AbortSignal) => Promise<void>,
): void {
  const plan: Plan = { point, over: undefined };
  const ended = new AbortController();
  let seen = 0;
  const { journal } = world.run.settings;
  const watch = ({ kind, stack, answer }: ExchangeRecord): void => {
    if (kind !== point.kind || stack !== world.environment.stackName || plan.over !== undefined) return;
    if (kind === 'submit' && answer?.status !== 202) return;
    seen += 1;
    if (seen !== point.nth) return;
    plan.over = act(ended.signal);
    plan.over.catch(() => undefined); // told by whoever waits for it, at the latest when the scenario ends
  };
  const unsubscribe = journal.subscribe(watch);
  world.onClose(async () => {
    unsubscribe();
    ended.abort();
    await plan.over;
  });
  armed.set(world, [...(armed.get(world) ?? []), plan]);
}

/** Waits until everything that was planned is over; what never came is a scenario that played something else. */
export async function insistOnPlans(world: CorridorWorld): Promise<void> {
  for (const { point, over } of armed.get(world) ?? []) {
    if (over === undefined)
      throw new HarnessError(
        'POINT_NOT_REACHED',
        `La ${point.nth}e ${point.kind === 'submit' ? 'réponse' : 'remise'} n'est pas venue.`,
        'Choisissez un moment que le scénario atteint.',
      );
    await over;
  }
  armed.delete(world);
}
