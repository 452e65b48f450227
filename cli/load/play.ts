import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { consult, drain } from '../../features/support/closing-books.ts';
import { packageRoot } from '../../features/support/package-root.ts';
import type { TargetDescription } from '../../features/support/targets/target.ts';
import type { LoadPlan } from '../../fixtures/load/plan.ts';
import { createRandom } from '../../fixtures/random.ts';
import type { FixtureReferenceData } from '../../fixtures/reference-data.ts';
import type { Clock } from '../../profile/clock.ts';
import { msOfRunPerMs } from '../../profile/load/pace.ts';
import { Journal } from '../../reports/evidence/journal.ts';
import { LOAD_FILES, type LoadRun } from '../../reports/load/load-run.ts';
import type { CustomsSystem } from '../../simulators/customs/index.ts';
import type { Io } from '../io.ts';
import type { Shard } from '../options.ts';
import type { K6 } from './find-k6.ts';
import { K6Process } from './k6-process.ts';
import { k6RunOf } from './k6-run.ts';
import { droppedIn } from './k6-summary.ts';
import { LoadLinks } from './links.ts';
import { LocalProcesses } from './local-processes.ts';
import type { PreparedTraffic } from './prepare-traffic.ts';
import { receive } from './receive.ts';
import { Recorder } from './recorder.ts';
import { Sampling } from './sampling.ts';
import { openSeats } from './seats.ts';
import { segmentWords } from './segment.ts';
import { thresholdsOf } from './thresholds.ts';
import { type RunningTrackers, startTrackers, trackersElsewhere } from './trackers.ts';

/** How far a run is. */
export interface LoadProgress {
  readonly stage: 'playing' | 'draining' | 'consulting';
  readonly sent: number;
  readonly offered: number;
  readonly failed: number;
}

/** Everything that playing takes. */
export interface PlayOptions {
  readonly plan: LoadPlan;
  readonly target: TargetDescription;
  readonly reference: FixtureReferenceData;
  readonly runDir: string;
  readonly seed: number;
  readonly salt: string;
  readonly traffic: PreparedTraffic;
  /** Absent: other sites send, this one receives until they have ended. */
  readonly k6: K6 | undefined;
  readonly segment: Shard | undefined;
  /** Whether this site plays the countries that receive; another one may. */
  readonly receives: boolean;
  /** Fires when the stack has ended unasked. */
  readonly gone: AbortSignal;
  readonly onBegun: (playedFrom: number) => Promise<void>;
  readonly onProgress: (progress: LoadProgress) => void;
}

/** What came of it, for `load.json`. */
export type Played = Pick<LoadRun, 'k6' | 'stopped' | 'unreadable' | 'dropped' | 'drained'> & {
  readonly interrupted: boolean;
};

const DRAIN_WITHIN_MS = 600_000;
/** Queues that stand still are waited for longer than the plan allows, so that its limit can be judged; at least so long. */
const STILL_MS = 8_000;
const MORE_THAN_ALLOWED_MS = 2_000;
const PROGRESS_MS = 500;

/** Plays a plan: k6 sends, the seats receive, links break as planned; afterwards all queues drain and all books are consulted. */
export async function play(options: PlayOptions, io: Io): Promise<Played> {
  const { runDir, target, plan, seed, salt, gone } = options;
  const clock = { now: io.now };
  await using owned = new AsyncDisposableStack();
  const journal = await Journal.open(join(runDir, 'exchange.ndjson'), { keep: 0 });
  owned.defer(async () => void (await journal.close()));
  const given = { target, clock, journal, reference: options.reference, seed: `${seed}/${salt}` };
  const seats = options.receives ? await openSeats(given, owned) : new Map<string, CustomsSystem>();
  const random = createRandom(seed).fork('load');
  const links = owned.use(
    await LoadLinks.open({ hub: target.hub, seats, clock, random, journal }, plan.links),
  );
  const recorder = new Recorder(journal, target.hub);
  const trackers = owned.use(options.k6 ? await startTrackers(options, io) : trackersElsewhere(options));
  const sampling = owned.use(
    new Sampling({
      path: join(runDir, LOAD_FILES.samples),
      now: io.now,
      seats,
      processes: new LocalProcesses(process.pid, () => performance.now()),
      takeLate: () => recorder.takeLate(),
      trackers: () => trackers.sample(),
    }),
  );
  const ended = options.k6
    ? await send(options, options.k6, io, { recorder, links, journal, trackers })
    : await receive({
        ...options,
        recorder,
        journal,
        now: io.now,
        signal: AbortSignal.any([io.signal, gone]),
      });
  await links.mend();
  await trackers.end();
  const drained = gone.aborted ? {} : await close(options, { recorder, seats, clock, trackers });
  await sampling[Symbol.asyncDispose]();
  const interrupted = (io.signal.aborted && options.k6 !== undefined) || gone.aborted;
  const { stopped, unreadable } = recorder;
  return { ...ended, ...drained, stopped, ...(unreadable > 0 && { unreadable }), interrupted };
}

interface Stage {
  readonly recorder: Recorder;
  readonly links: LoadLinks;
  readonly journal: Journal;
  readonly trackers: RunningTrackers;
}

async function send(
  options: PlayOptions,
  found: K6,
  io: Io,
  { recorder, links, journal, trackers }: Stage,
): Promise<Pick<LoadRun, 'k6' | 'dropped'>> {
  const { runDir, plan, onBegun } = options;
  const file = (name: string): string => join(runDir, name);
  await writeFile(file(LOAD_FILES.k6Run), JSON.stringify(runFileOf(options, links)));
  let begun: Promise<void> | undefined;
  const stop = (): void => k6.stop();
  const begin = (at: number): void => {
    links.begin(plan.links, msOfRunPerMs(plan));
    trackers.begin(at);
    begun = onBegun(at);
    begun.catch(stop); // told below
  };
  const k6 = await K6Process.start({
    ...programOf(options, found, io),
    ready: () => journal.ready(),
    onLine: (line) => {
      recorder.take(line);
      if (line.corridor === 'begun') begin(line.at);
    },
    onUnreadable: () => {
      recorder.unreadable += 1;
    },
  });
  const over = AbortSignal.any([io.signal, options.gone]);
  over.addEventListener('abort', stop, { once: true });
  if (over.aborted) stop();
  const telling = setInterval(() => tellProgress(options, recorder), PROGRESS_MS);
  try {
    const exitCode = await k6.ended();
    await begun;
    const dropped = await droppedIn(file(LOAD_FILES.k6Summary));
    return { k6: { version: found.version, exitCode }, ...(dropped !== undefined && { dropped }) };
  } finally {
    clearInterval(telling);
    over.removeEventListener('abort', stop);
    k6.kill();
  }
}

function tellProgress({ traffic, onProgress }: PlayOptions, { exchanges: sent, failed }: Recorder): void {
  const { messages, questions } = traffic.offered;
  onProgress({ stage: 'playing', sent, failed, offered: messages + questions });
}

const programOf = ({ runDir, segment, target }: PlayOptions, found: K6, io: Io) => ({
  command: found.commandFor([runDir, join(packageRoot, 'load'), join(packageRoot, 'fixtures', 'load')]),
  words: k6Words(runDir, segment),
  env: {
    ...io.env,
    K6_AUTO_EXTENSION_RESOLUTION: 'false',
    // k6 takes no certificate authority of a script; what it is made of takes one from here.
    ...(target.tls?.ca !== undefined && { SSL_CERT_FILE: target.tls.ca }),
  },
  log: join(runDir, LOAD_FILES.k6Log),
});

function runFileOf({ plan, reference, runDir, traffic, target, segment }: PlayOptions, links: LoadLinks) {
  return k6RunOf({
    hubs: Object.fromEntries([...reference.countries].map((country) => [country, links.hubOf(country)])),
    ...{ plan, traffic, segment },
    thresholds: thresholdsOf(plan.limits),
    summary: join(runDir, LOAD_FILES.k6Summary),
    ...(target.tls?.cert !== undefined &&
      target.tls.key !== undefined && { tls: { cert: target.tls.cert, key: target.tls.key } }),
    ...(target.signing && { signing: target.signing }),
  });
}

const k6Words = (runDir: string, segment: Shard | undefined): string[] => [
  ...['--quiet', '--no-usage-report', '--no-color', '--log-format', 'raw', '--log-output', 'stdout'],
  ...['--out', `web-dashboard=port=-1&period=2s&export=${join(runDir, LOAD_FILES.k6Dashboard)}`],
  ...segmentWords(segment),
  ...['-e', `RUN=${join(runDir, LOAD_FILES.k6Run)}`, '-e', `TRAFFIC=${join(runDir, LOAD_FILES.traffic)}`],
  join(packageRoot, 'load', 'k6', 'movements.ts'),
];

interface Closing {
  readonly recorder: Recorder;
  readonly seats: ReadonlyMap<string, CustomsSystem>;
  readonly clock: Clock;
  readonly trackers: RunningTrackers;
}

/** Every queue runs empty, or never will; then every book is read, so that the evidence says what the hub makes of it all. */
async function close(
  { plan, traffic, receives, onProgress }: PlayOptions,
  { recorder, seats, clock, trackers }: Closing,
): Promise<Pick<LoadRun, 'drained'>> {
  if (!receives) return {};
  const counts = { sent: recorder.exchanges, offered: recorder.exchanges, failed: recorder.failed };
  onProgress({ stage: 'draining', ...counts });
  const from = recorder.lastAt || clock.now();
  const empty = await drain(seats, clock, DRAIN_WITHIN_MS, patienceOf(plan));
  const seconds = Math.max(0, Math.round(clock.now() - from) / 1_000);
  onProgress({ stage: 'consulting', ...counts });
  const booked = [...recorder.begun].flatMap((reference) => traffic.booked.get(reference) ?? []);
  await consult(seats, booked);
  await trackers.consult(seats, recorder.begun);
  return { drained: { empty, seconds } };
}

/** How long queues may stand still until they are given up, ms. */
const patienceOf = ({ limits }: LoadPlan): number =>
  limits.reduce(
    (most, one) =>
      one.limit === 'backlog-drained' ? Math.max(most, one.mostSeconds * 1_000 + MORE_THAN_ALLOWED_MS) : most,
    STILL_MS,
  );
