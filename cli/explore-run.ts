import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ExplorationOutcome } from '../features/explore/run-exploration.ts';
import { exploreLine } from '../features/support/replay-line.ts';
import { drawRunId } from '../features/support/run-plan.ts';
import { stackCommand } from '../features/support/targets/stack-command.ts';
import { readRequirements } from '../profile/export/requirements.ts';
import { exitCodeOf } from '../reports/evidence/verdict.ts';
import type { RunModel } from '../reports/model/run-model.ts';
import { shareOf } from '../reports/model/state-coverage.ts';
import { unjudgedIn } from '../reports/renderers/json.ts';
import { writeReports } from '../reports/write-reports.ts';
import { exploreProgress } from './explore-progress.ts';
import { UsageError } from './failure.ts';
import { type FeatureRunner, loadFeatureRunner } from './feature-runner.ts';
import { type Format, type Io, line } from './io.ts';
import { readTestTarget } from './target-file.ts';
import { unjudgedLines } from './unjudged.ts';

export interface ExploreOptions {
  readonly target: string;
  readonly deviation?: string;
  readonly steps?: number;
  /** Seconds. */
  readonly time: number;
  readonly seed?: number;
  readonly play?: string;
  readonly out: string;
  readonly answerWithin?: number;
  readonly format: Format;
}

/** Explores, writes the reports, prints what was found; returns the exit code. */
export async function explore(options: ExploreOptions, io: Io): Promise<number> {
  const { time, format, steps, seed, deviation, out, answerWithin, play } = options;
  if (deviation !== undefined) {
    const { insistOnDeviation } = await import('./deviation-choice.ts');
    insistOnDeviation(deviation);
  }
  const runner = await loadFeatureRunner();
  if (play !== undefined) await insistOnScenarios(resolve(io.cwd, play), runner);
  const progress = await exploreProgress(io, format === 'json');
  try {
    const outcome = await runner.runExploration(
      {
        ...{ target: targetOf(options, runner, io), timeMs: time * 1000, onProgress: progress.show },
        ...{ steps, seed, deviation, outDir: out, answerWithinMs: answerWithin, play },
      },
      io,
    );
    progress.stop();
    const model = await writeReports(outcome.runDir, readRequirements());
    return present(outcome, model, options, io);
  } finally {
    progress.stop();
  }
}

/** Looks before anything starts: what holds no scenario judges nothing. @throws UsageError */
async function insistOnScenarios(file: string, runner: FeatureRunner): Promise<void> {
  const refuse = (code: string, seen: string): never => {
    throw new UsageError(code, `Failed to play ${file}: ${seen}.`, GIVE_A_FEATURE);
  };
  if (!existsSync(file)) refuse('NO_SUCH_FILE', 'found no such file');
  if (statSync(file).isDirectory() || !file.endsWith('.feature'))
    refuse('NOT_A_FEATURE', 'its name does not end with .feature');
  const planned = await runner
    .plan({ paths: [file], tags: '', order: 'defined' })
    .catch((error: Error) => refuse('NOT_A_FEATURE', error.message));
  if (planned.length === 0) refuse('NO_SCENARIO', 'it holds no scenario');
  await runner.insistOnPlayFile(file);
}

const GIVE_A_FEATURE =
  'Give a feature file with scenarios, such as exploration.feature in the run folder of an exploration.';

async function targetOf(options: ExploreOptions, runner: FeatureRunner, io: Io) {
  const { target, deviation } = options;
  if (target !== 'reference')
    return runner.fileTarget(
      await readTestTarget(
        options,
        io,
        'Explore a test environment: drawn messages are many, and wrong on purpose.',
      ),
    );
  return runner.startReferenceTarget({
    command: stackCommand,
    env: { ...io.env },
    deviation,
    runId: drawRunId(io.now()),
    signal: io.signal,
    now: io.now,
  });
}

type RunVerdict = Parameters<typeof exitCodeOf>[0];

function present(outcome: ExplorationOutcome, model: RunModel, options: ExploreOptions, io: Io): number {
  const document = documentOf(outcome, model, options);
  const found: RunVerdict = document.verdict;
  if (options.format === 'json') line(io.stdout, JSON.stringify(document));
  else line(io.stdout, textOf(document, outcome));
  return exitCodeOf(found);
}

function documentOf(
  { summary, runDir, explored, scenario, featureFile }: ExplorationOutcome,
  model: RunModel,
  options: ExploreOptions,
) {
  const { discovery, sequences, messages } = explored;
  const { states, ways } = model.machines;
  const found: RunVerdict = discovery ? 'fail' : model.verdict;
  const { target, deviation, answerWithin, time, play = featureFile } = options;
  const against = { target, deviation, answerWithinMs: answerWithin };
  const again = exploreLine({ seed: summary.seed, timeMs: time * 1000, play, ...against });
  return {
    ...{ verdict: found, seed: summary.seed, sequences, messages },
    states: shareOf(states),
    transitions: shareOf(ways),
    failures: discovery
      ? [
          {
            requirement: discovery.finding.requirement,
            expected: discovery.finding.expected,
            observed: discovery.finding.observed,
            messages: discovery.performance.sequence.moves,
            reproduced: discovery.reproduced,
            scenario,
            replay: again,
          },
        ]
      : failuresPlayed(model, again),
    unjudged: unjudgedIn(model, ({ name }) => name),
    notVisited: notVisitedOf(model),
    ...{ runId: summary.runId, runDir, replay: summary.replay },
  };
}

const notVisitedOf = ({ machines: { states, ways } }: RunModel) => ({
  states: states.filter(({ visited }) => !visited).map(({ machine, state }) => `${machine} ${state}`),
  transitions: ways
    .filter(({ visited }) => !visited)
    .map(({ machine, from, on, given, to }) => `${machine} ${from} -> ${to}: ${on}${given && ` [${given}]`}`),
});

/** What failed of scenarios that were played as they stand in a file. */
const failuresPlayed = ({ scenarios }: RunModel, replay: string) =>
  scenarios.flatMap(({ name, findings }) => {
    const failed = findings.filter(({ verdict }) => verdict === 'fail');
    const first = new Map(failed.toReversed().map((finding) => [finding.requirement, finding]));
    return [...first.values()].map(({ requirement, expected, observed }) => ({
      ...{ requirement, expected, observed, messages: [], reproduced: true, scenario: name, replay },
    }));
  });

const NOT_REPRODUCED = 'Non reproduit sur une pile neuve : la suite entière est donnée.';
const SHORTENING_CUT = 'Interrompu avant de la rejouer et de la raccourcir : la suite entière est donnée.';
const INTERRUPTED =
  'La campagne a été interrompue : ce qui était joué jusque-là est compté, ce qui a été coupé ne juge personne.';

function textOf(document: ReturnType<typeof documentOf>, { scenario, summary }: ExplorationOutcome): string {
  const cut = summary.state === 'interrupted';
  const { sequences, messages, states, transitions, failures, notVisited, runDir, verdict, replay } =
    document;
  const share = ({ visited, total }: { visited: number; total: number }) => `${visited}/${total}`;
  const [failure] = failures;
  return [
    `${sequences} suites, ${messages} messages ; états ${share(states)}, transitions ${share(transitions)}`,
    ...missed(notVisited.transitions),
    ...(failure ? ['', scenario, `  attendu ${failure.expected} ; observé ${failure.observed}`] : []),
    ...(failure && !failure.reproduced ? [`  ${cut ? SHORTENING_CUT : NOT_REPRODUCED}`] : []),
    ...(failure ? [`  ${failure.replay}`] : []),
    ...(cut ? [INTERRUPTED] : []),
    ...unjudgedLines(document.unjudged),
    `${runDir}/report.html`,
    `${verdict} · ${replay}`,
  ].join('\n');
}

const SHOWN = 8;

/** The first few: all are in the report. */
function missed(ways: readonly string[]): string[] {
  const shown = ways.slice(0, SHOWN).map((way) => `  non vue : ${way}`);
  return ways.length > SHOWN ? [...shown, `  … et ${ways.length - SHOWN} autres`] : shown;
}
