import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../features/support/eventually.ts';
import type { Random } from '../../fixtures/random.ts';
import type { Clock } from '../../profile/clock.ts';
import type { Hub } from './hub.ts';
import type { UnderWay } from './in-flight.ts';
import type { StormLinks } from './links.ts';
import type { Traffic } from './traffic.ts';

/** What a kill needs to find its moment. */
export interface Scene {
  readonly hub: Hub;
  readonly links: StormLinks;
  readonly traffic: Traffic;
  readonly clock: Clock;
  readonly random: Random;
  readonly signal: AbortSignal;
}

/** When the hub is killed. */
export const phases = [
  'any-instant',
  'submission',
  'commit-on-its-way',
  'between-commit-and-answer',
  'delivery',
  'link-turns',
  'start-up',
] as const;
export type Phase = (typeof phases)[number];

/** A kill, and what was under way when it came. */
export interface Kill extends UnderWay {
  readonly phase: Phase | 'idle';
  /** The moment of its phase never came, so that it was an instant like any other. */
  readonly missed: boolean;
}

/** Acknowledgements that a hub gives before its moment is looked for: it is at work again. */
const AT_WORK = { least: 5, most: 40 };
const AT_WORK_WITHIN_MS = 3000;
/** Lives in which the connection to the database breaks at a commit, before the hub is killed. */
const COMMIT_BROKEN_SHARE = 0.3;
const COMMIT_FATES = ['lost', 'lost-answer'] as const;
const MOMENT_WITHIN_MS = 1500;
const STARTING_MS = { least: 30, most: 500 };
const DOWN_MS = { least: 0, most: 60 };
const HELD_MS = { least: 0, most: 700 };
const IDLE_WITHIN_MS = 10_000;
/** Kills of a hub that has nothing to do; they count for nothing, and must do no harm. */
const IDLE_KILLS = 2;

/** A phase for each kill: all of them alike often, in an order of chance. */
export function planKills(kills: number, random: Random, among: readonly Phase[] = phases): Phase[] {
  const plan: Phase[] = [];
  while (plan.length < kills) {
    const round = [...among];
    while (round.length > 0 && plan.length < kills)
      plan.push(...round.splice(random.int(0, round.length - 1), 1));
  }
  return plan;
}

/**
 * Kills the hub as planned, each time it is up and at work again. A kill with nothing under way is made again.
 * @param onKill told of each that counts
 */
export async function killAll(
  scene: Scene,
  plan: readonly Phase[],
  onKill: (kill: Kill) => void,
): Promise<Kill[]> {
  const idleAfter = new Set(
    Array.from({ length: IDLE_KILLS }, (_, nth) => Math.ceil((plan.length * (nth + 1)) / (IDLE_KILLS + 1))),
  );
  const kills: Kill[] = [];
  for (let done = 0; done < plan.length && !scene.signal.aborted; ) {
    const kill = await killOnce(scene, plan[done] ?? 'any-instant');
    kills.push(kill);
    if (kill.submissions + kill.deliveries === 0) continue;
    done += 1;
    onKill(kill);
    if (idleAfter.has(done)) kills.push(await killIdle(scene));
  }
  return kills;
}

async function killOnce(scene: Scene, phase: Phase): Promise<Kill> {
  const { hub, random } = scene;
  await pause(random.int(DOWN_MS.least, DOWN_MS.most));
  if (phase === 'start-up') return killStarting(scene);
  await hub.start();
  if (random.chance(COMMIT_BROKEN_SHARE)) await breakCommit(scene);
  const atWork = scene.traffic.inFlight.acknowledgements(random.int(AT_WORK.least, AT_WORK.most));
  await Promise.race([atWork, pause(AT_WORK_WITHIN_MS)]);
  const missed = Symbol();
  const came = await Promise.race([moments[phase](scene), pause(MOMENT_WITHIN_MS, missed)]);
  const kill = { phase, missed: came === missed, ...scene.traffic.inFlight.now };
  await hub.kill();
  letGo(scene, phase);
  return kill;
}

/** The link to the database breaks too: a commit does not arrive, or its answer does not. */
async function breakCommit({ hub, links, random }: Scene): Promise<void> {
  const fate = random.pick(COMMIT_FATES);
  const broken = hub.commits.next(fate).then(() => links.count(`database-${fate}`));
  await Promise.race([broken, pause(MOMENT_WITHIN_MS)]);
}

const moments: Readonly<Record<Exclude<Phase, 'start-up'>, (scene: Scene) => Promise<unknown>>> = {
  'any-instant': ({ random }) => pause(random.int(0, 100)),
  submission: ({ traffic, random }) => traffic.inFlight.departure().then(() => pause(random.int(0, 8))),
  'commit-on-its-way': ({ hub }) => hub.commits.next('held'),
  'between-commit-and-answer': ({ hub }) => hub.commits.next('held-answer'),
  delivery: ({ traffic }) => traffic.inFlight.arrival(),
  'link-turns': ({ links, random }) => links.turn().then(() => pause(random.int(0, 5))),
};

/** A commit that was on its way when its sender died arrives later, perhaps when the next life has begun. */
function letGo({ hub, random }: Scene, phase: Phase): void {
  const release = hub.commits.releaseOf();
  void hub.commits.next('passed');
  if (phase === 'commit-on-its-way') setTimeout(release, random.int(HELD_MS.least, HELD_MS.most));
  else release();
}

async function killStarting(scene: Scene): Promise<Kill> {
  const { hub, random, traffic } = scene;
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(), random.int(STARTING_MS.least, STARTING_MS.most));
  const up = await hub.start(cut.signal).then(
    () => true,
    (error: unknown) => {
      if (cut.signal.aborted) return false;
      throw error;
    },
  );
  clearTimeout(timer);
  const kill = { phase: 'start-up', missed: up, ...traffic.inFlight.now } as const;
  await hub.kill();
  return kill;
}

/** Links whole, nothing said, nothing under way. */
async function killIdle({ hub, links, traffic, clock }: Scene): Promise<Kill> {
  const open = traffic.hold();
  await hub.start();
  await links.mend();
  const { last, satisfied } = await eventually(async () => traffic.inFlight.now, {
    until: ({ submissions, deliveries }) => submissions + deliveries === 0,
    withinMs: IDLE_WITHIN_MS,
    clock,
  });
  await hub.kill();
  links.begin();
  open();
  return { phase: 'idle', missed: !satisfied, ...last };
}
