import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createRandom } from '../../fixtures/random.ts';
import { readRequirements } from '../../profile/export/requirements.ts';
import { Journal } from '../../reports/evidence/journal.ts';
import type { RunSummary } from '../../reports/evidence/run.ts';
import type { RunIo, RunOptions } from '../run-options.ts';
import { allOrNothing } from '../support/all-or-nothing.ts';
import { supportCode } from '../support/cucumber.ts';
import { type OpenRun, openRunContext } from '../support/open-run-context.ts';
import { exploreLine } from '../support/replay-line.ts';
import { openRun } from '../support/run-context.ts';
import { makeFolder, playInto } from '../support/run-folder.ts';
import { planOf, type RunPlan } from '../support/run-plan.ts';
import { RunReport } from '../support/run-report.ts';
import type { Target, TargetDescription } from '../support/targets/target.ts';
import { Generator } from './draw/generator.ts';
import { type Discovery, type Explored, Explorer, type ExplorerProgress } from './explorer.ts';
import { printFeature, printScenario } from './french/print.ts';
import type { Sequence } from './move.ts';
import { perform } from './play.ts';

export interface ExplorationOptions
  extends Pick<RunOptions, 'seed' | 'salt' | 'outDir' | 'runId' | 'deviation'> {
  readonly target: Promise<Target>;
  readonly timeMs: number;
  readonly steps?: number | undefined;
  /** A feature file whose scenarios are played instead of drawing any, as it was named. */
  readonly play?: string | undefined;
  readonly answerWithinMs?: number | undefined;
  /** Only these requirements count as failing; absent: all. */
  readonly wanted?: readonly string[] | undefined;
  readonly onProgress: (progress: ExplorerProgress) => void;
}

/** The command that explores with this seed again, or plays the same file. */
const replayOf = (
  { timeMs, steps, play, deviation, answerWithinMs }: ExplorationOptions,
  { name, file = name }: TargetDescription,
  seed: number,
): string => exploreLine({ seed, timeMs, steps, play, deviation, answerWithinMs, target: file });

export interface ExplorationOutcome {
  readonly summary: RunSummary;
  readonly runDir: string;
  readonly explored: Explored;
  /** The French scenario of what failed; the longest sequence when nothing did. */
  readonly scenario: string;
  readonly featureFile: string;
}

const SHRINK_MS = 90_000;
const SPARES = 2;
/** Stacks explored at the same time, where fresh ones can be had: one alone leaves half of two cores idle. */
const SIDE_BY_SIDE = 2;

/**
 * Explores a stack with drawn sequences, and writes a run folder of it: what crossed, and, as a scenario of the specification that
 * was played once more, the sequence that failed or else the longest one.
 */
export async function runExploration(options: ExplorationOptions, io: RunIo): Promise<ExplorationOutcome> {
  const { onProgress: _told, ...chosen } = options;
  const plan = planOf({ ...chosen, spares: SPARES }, io);
  const [target] = await allOrNothing(options.target, supportCode());
  await using parts = new AsyncDisposableStack();
  parts.use(target);
  const register = readRequirements();
  await makeFolder(plan.runDir);
  const journal = await Journal.open(join(plan.runDir, 'exchange.ndjson'), { keep: 0 });
  const { description } = target.main;
  const replay = replayOf(options, description, plan.seed);
  const report = new RunReport(plan, description, register, journal, replay);
  parts.defer(() => report.abandon());
  const opened = await openRunContext(plan, target, journal, register);
  const { context, spares, clocked } = opened;
  for (const part of [context.settings.environment, spares, clocked]) parts.use(part);
  parts.use(openRun(plan.runId, context));
  void target.main.exited?.then((reason) => reason && context.breaker.trip(reason));
  await report.begin(context);
  const explored = await exploreWith(options, plan, opened);
  const scenario = await scenarioOf(explored, opened);
  const featureFile =
    options.play === undefined
      ? join(plan.runDir, 'exploration.feature')
      : resolve(plan.io.cwd, options.play);
  if (options.play === undefined) await writeFile(featureFile, printFeature([scenario]));
  // As the specification is played, so that the run folder holds a scenario with all that crossed.
  await playInto(plan, { paths: [featureFile], tags: '', order: 'defined' }, context);
  const summary = await report.end();
  return { summary, runDir: plan.runDir, explored, scenario, featureFile };
}

async function exploreWith(
  { timeMs, steps, play: given, wanted, onProgress }: ExplorationOptions,
  { seed, now, signal }: RunPlan,
  { context, spares }: OpenRun,
): Promise<Explored> {
  const { settings } = context;
  if (given !== undefined) return { sequences: 0, messages: 0, discovery: undefined, longest: undefined };
  const { capabilities, stack } = settings.environment;
  const means = { clock: capabilities.testClock, restart: stack.restart !== undefined };
  const generators = Array.from({ length: settings.exclusive ? SIDE_BY_SIDE : 1 }, (_, nth) => {
    return new Generator(createRandom(`explore ${seed} ${nth}`), settings.reference, means);
  });
  const explorer = new Explorer({
    run: context,
    lend: lender(context, spares),
    generators,
    now,
    until: now() + timeMs,
    steps,
    shrinkMs: SHRINK_MS,
    signal,
    wanted,
    onProgress,
  });
  return explorer.explore();
}

/** Fresh stacks one after the other, the next started ahead; on a stack that others run, that one. */
function lender({ settings }: OpenRun['context'], spares: OpenRun['spares']) {
  return async () => {
    const { exclusive, environment } = settings;
    if (!exclusive) return { ...environment, [Symbol.asyncDispose]: async () => undefined };
    spares.ordinary.expect(1);
    spares.ordinary.fill();
    return exclusive();
  };
}

async function scenarioOf({ discovery, longest }: Explored, opened: OpenRun): Promise<string> {
  if (discovery) return discoveryText(discovery);
  if (!longest || opened.context.over) return '';
  try {
    return await longestText(longest, opened);
  } catch (error) {
    if (opened.context.settings.signal.aborted) return '';
    throw error;
  }
}

function discoveryText({ finding, performance }: Discovery): string {
  const title = `${finding.requirement} n'est pas respectée à la suite de ces messages`;
  return printScenario(title, [finding.requirement], performance.sequence, performance.player);
}

async function longestText(sequence: Sequence, { context, spares }: OpenRun): Promise<string> {
  await using environment = await lender(context, spares)();
  const { player, sequence: played } = await perform(context, environment, 'exploration#longest', sequence);
  return printScenario('la plus longue suite jouée suit le profil', ['LED-007'], played, player);
}
