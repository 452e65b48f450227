import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { consult, drain } from '../../features/support/closing-books.ts';
import { openLinkEngine } from '../../features/support/links/link-engine.ts';
import type { LinkEngineName } from '../../features/support/links/link-engine-names.ts';
import { createRandom, type Random } from '../../fixtures/random.ts';
import { type FixtureReferenceData, loadReferenceData } from '../../fixtures/reference-data.ts';
import type { Clock } from '../../profile/clock.ts';
import { Journal } from '../../reports/evidence/journal.ts';
import { reconcile } from '../../reports/reconcile/reconcile.ts';
import { CustomsSystem, createMessageIds } from '../../simulators/customs/index.ts';
import { Hub } from './hub.ts';
import { type Kill, killAll, type Phase, planKills } from './kills.ts';
import { STACK, StormLinks } from './links.ts';
import { judge, type StormFacts, type StormOutcome } from './outcome.ts';
import { Traffic } from './traffic.ts';

/** What storm is asked for. */
export interface StormOptions {
  readonly kills: number;
  readonly seed: number;
  /** Movements on the road at a time. */
  readonly movements: number;
  readonly links: LinkEngineName;
  readonly deviation: string | undefined;
  /** When the hub is killed. */
  readonly phases: readonly Phase[];
  /** Where the evidence goes. */
  readonly folder: string;
}

/** What a storm uses of its process. */
export interface StormIo {
  readonly env: NodeJS.ProcessEnv;
  readonly stderr: NodeJS.WriteStream;
  readonly clock: Clock;
  /** Ends the storm early, in order. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: {
    readonly stage: string;
    readonly kills: number;
    readonly movements: number;
  }) => void;
}

const ANSWER_WITHIN_MS = 1500;
/** Once the storm is over, whoever waits while nothing moves so often in a row waits in vain. */
const STILL = { everyMs: 2000, times: 3 };

/**
 * A storm: traffic of four countries over a hub that is killed again and again while links break; then all is whole again, what
 * is open comes to its end, and the books are reconciled.
 * @throws HarnessError when the hub does not start, LinkError without the engine asked for
 */
export async function storm(options: StormOptions, io: StormIo): Promise<StormOutcome> {
  await mkdir(options.folder, { recursive: true });
  const facts = await weather(options, io);
  io.signal.throwIfAborted();
  io.onProgress({ stage: 'reconciling', kills: options.kills, movements: facts.movements });
  return judge(facts, await reconcile([options.folder], { chain: true, signal: io.signal }));
}

async function weather(options: StormOptions, io: StormIo): Promise<StormFacts> {
  const { clock, env, stderr, signal } = io;
  const random = createRandom(options.seed).fork('storm');
  const reference = loadReferenceData();
  await using owned = new AsyncDisposableStack();
  const journal = await Journal.open(join(options.folder, 'exchange.ndjson'), { keep: 0 });
  owned.defer(async () => void (await journal.close()));
  // no part of the plan: two storms of one seed side by side would talk to each other's hub
  const hub = owned.use(await Hub.open({ deviation: options.deviation, env }));
  const { by } = owned.use(await openLinkEngine(options.links, { env, stderr, signal }));
  const seats = await openSeats({ hub, clock, random, journal, reference }, owned);
  const links = owned.use(new StormLinks({ hub: hub.url, clock, random, journal, by }));
  await hub.start();
  for (const seat of seats.values()) await links.put(seat);
  const salt = `storm-${options.seed}-${clock.now()}`;
  const { movements: onTheRoad } = options;
  const traffic = new Traffic({ seats, reference, clock, random, salt, onTheRoad, journal });
  owned.defer(() => traffic.giveUp());
  return await rage(options, io, { hub, links, traffic, seats, random });
}

interface Stage {
  readonly hub: Hub;
  readonly links: StormLinks;
  readonly traffic: Traffic;
  readonly seats: ReadonlyMap<string, CustomsSystem>;
  readonly random: Random;
}

async function rage(options: StormOptions, io: StormIo, stage: Stage): Promise<StormFacts> {
  const { hub, links, traffic, seats, random } = stage;
  const { clock, signal } = io;
  const startedMs = clock.now();
  const tell = (name: string, kills: number): void =>
    io.onProgress({ stage: name, kills, movements: traffic.begun.length });
  traffic.begin();
  links.begin();
  await hub.kill();
  let done = 0;
  const scene = { hub, links, traffic, clock, random: random.fork('kills'), signal };
  const kills = await killAll(scene, planKills(options.kills, random.fork('plan'), options.phases), () => {
    done += 1;
    tell('raging', done);
  });
  signal.throwIfAborted();
  tell('calming', done);
  await hub.start();
  await links.mend();
  const drained = await homeward(stage, clock, signal);
  await consult(seats, traffic.begun);
  return factsOf(options, stage, kills, drained, clock.now() - startedMs);
}

/** What is on the road comes to its end, and what is queued arrives. */
async function homeward({ traffic, seats }: Stage, clock: Clock, signal: AbortSignal): Promise<boolean> {
  for (const seat of seats.values()) await seat.register();
  const ended = traffic.end().then(() => true);
  let [seen, still] = [-1, 0];
  while (!(await Promise.race([ended, pause(STILL.everyMs, false)]))) {
    const { steps } = traffic.inFlight;
    still = steps === seen ? still + 1 : 0;
    seen = steps;
    if (still >= STILL.times || signal.aborted) traffic.giveUp();
  }
  return drain(seats, clock);
}

function factsOf(
  { seed, kills: asked }: StormOptions,
  { links, traffic }: Stage,
  kills: readonly Kill[],
  drained: boolean,
  durationMs: number,
): StormFacts {
  const { messages, ended, refused, begun, inFlight } = traffic;
  const linksBroken = Object.fromEntries([...links.broken].sort());
  const { owed } = inFlight;
  return {
    seed,
    asked,
    kills,
    linksBroken,
    messages,
    movements: begun.length,
    ended,
    refused,
    owed,
    drained,
    durationMs,
  };
}

async function openSeats(
  given: { hub: Hub; clock: Clock; random: Random; journal: Journal; reference: FixtureReferenceData },
  owned: AsyncDisposableStack,
): Promise<Map<string, CustomsSystem>> {
  const { hub, clock, random, journal, reference } = given;
  const seats = new Map<string, CustomsSystem>();
  for (const country of [...reference.countries].sort()) {
    const ids = createMessageIds(clock, random.fork(`ids/${country}/${clock.now()}`));
    const common = { country, hub: hub.url, stack: STACK, clock, journal, ids, reference, register: false };
    const seat = await CustomsSystem.start({ ...common, answerTimeoutMs: ANSWER_WITHIN_MS });
    seats.set(country, owned.use(seat));
  }
  return seats;
}
