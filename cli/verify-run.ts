import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LinkEngineName } from '../features/support/links/link-engine-names.ts';
import type { ContainersChoice } from '../features/support/targets/containers-target.ts';
import type { TargetDescription } from '../features/support/targets/target.ts';
import { readRequirements } from '../profile/export/requirements.ts';
import { runSummary } from '../reports/evidence/run.ts';
import type { ExpectedFailure } from '../reports/model/expectations.ts';
import type { RunModel } from '../reports/model/run-model.ts';
import { renderConsole } from '../reports/renderers/console.ts';
import { renderJson } from '../reports/renderers/json.ts';
import { writeReports } from '../reports/write-reports.ts';
import { exitCodeOfRun } from './exit-code.ts';
import { keepExpectedFailures, readExpectedFailures } from './expected-failures.ts';
import { UsageError } from './failure.ts';
import { loadFeatureRunner } from './feature-runner.ts';
import { type Format, type Io, line } from './io.ts';
import type { Shard } from './options.ts';
import { progressLine } from './run-progress.ts';
import { readTestTarget } from './target-file.ts';

export interface VerifyOptions {
  readonly target: string;
  readonly seat?: string;
  readonly tags?: string;
  readonly seed?: number;
  readonly salt?: string;
  readonly order: string;
  readonly scenario?: string;
  readonly out: string;
  readonly parallel: number;
  readonly shard?: Shard;
  readonly deviation?: string;
  /** File of the failures that are known. */
  readonly expected?: string;
  /** File that says which images `--target containers` uses. */
  readonly images?: string;
  /** Longest wait for one answer of the target, milliseconds. */
  readonly answerWithin?: number;
  /** What carries the links between the seats. */
  readonly links?: LinkEngineName;
  readonly format: Format;
}

/** The stack to judge: the reference stack, or what a file describes; production only by what is named to run there. */
async function targetOf(
  options: VerifyOptions,
  io: Io,
): Promise<'reference' | ContainersChoice | TargetDescription> {
  const { target, tags, scenario } = options;
  if (target === 'containers') return containersOf(options, io);
  if (options.images !== undefined) throw imagesWithoutContainers(target);
  if (target === 'reference') return 'reference';
  const isNamed = Boolean(tags || scenario);
  const description = await readTestTarget(options, io, isNamed ? undefined : NAME_WHAT_RUNS);
  if (description.tls ?? description.signing) throw securedTarget(target);
  return description;
}

async function containersOf({ images, format }: VerifyOptions, io: Io): Promise<ContainersChoice> {
  const { readImages } = await import('./images/images-file.ts');
  const { contextDigest } = await import('./images/build-images.ts');
  const tell = (text: string): void => void (format === 'human' && line(io.stderr, text));
  return {
    images: await readImages(images, io),
    contexts: { stack: await contextDigest('stack', io.env) },
    tell,
  };
}

const securedTarget = (target: string): UsageError =>
  new UsageError(
    'SECURED_TARGET',
    `Found tls or signing in ${target}: scenarios of this version speak neither.`,
    'Give the address of a gateway that does, or leave them out; corridor load speaks both.',
  );

const imagesWithoutContainers = (target: string): UsageError =>
  new UsageError(
    'IMAGES_WITHOUT_CONTAINERS',
    `Found --images with --target ${target}, which uses none.`,
    'Leave out --images, or give --target containers.',
  );

const NAME_WHAT_RUNS = 'Name what may run there with --scenario or --tags.';

/** Requirements of the seat that is asked for; a seat that the target simulates cannot be judged. */
function requirementsOf(seat: string | undefined): string[] | undefined {
  if (seat === undefined) return undefined;
  if (seat === 'hub')
    return readRequirements()
      .filter((row) => row.seat === 'hub')
      .map(({ id }) => id);
  throw new UsageError(
    'SEAT_NOT_UNDER_TEST',
    `Found the seat "${seat}": this version judges the hub and simulates TG, BF, ML and NE.`,
    'Give --seat hub, or leave it out.',
  );
}

/** Runs the suite, writes the reports, prints the result; returns the exit code. */
export async function verify(options: VerifyOptions, io: Io): Promise<number> {
  if (options.deviation !== undefined) {
    const { insistOnDeviation } = await import('./deviation-choice.ts');
    insistOnDeviation(options.deviation);
  }
  const expected = await expectedOf(options, io);
  const runDir = options.parallel > 1 ? await runParts(options, io) : await runWhole(options, io);
  if (expected) await keepExpectedFailures(runDir, expected);
  await reconcileWhole(runDir, options.format, io);
  return present(await writeReports(runDir, readRequirements()), options.format, io);
}

/** Read before anything runs: a wrong list is told at once. */
async function expectedOf(
  { expected }: VerifyOptions,
  io: Io,
): Promise<readonly ExpectedFailure[] | undefined> {
  if (expected === undefined) return undefined;
  const { scenarioIds } = await loadFeatureRunner();
  return readExpectedFailures(expected, io.cwd, await scenarioIds());
}

/** The books of a run that came to its end must agree, whatever its scenarios said; one that was cut short proves nothing. */
async function reconcileWhole(runDir: string, format: Format, io: Io): Promise<void> {
  const run = runSummary.parse(JSON.parse(await readFile(join(runDir, 'run.json'), 'utf8')));
  if (run.state !== 'complete') return;
  const { reconcileRun } = await import('./reconcile-evidence.ts');
  await reconcileRun(runDir, format === 'json', io);
}

/** Several processes, each with a stack of its own: only the reference stack can be had several times. */
async function runParts(options: VerifyOptions, io: Io): Promise<string> {
  const { target, shard, scenario } = options;
  if (target !== 'reference' || shard || scenario)
    throw new UsageError(
      'NOT_IN_PARALLEL',
      '--parallel goes with the whole suite on the reference stack: a stack of yours is one, and is judged serially.',
      'Leave out --parallel, or --target, --shard and --scenario.',
    );
  const { runInParallel } = await import('./parallel-run.ts');
  return runInParallel(options, io);
}

async function runWhole(options: VerifyOptions, io: Io): Promise<string> {
  const { tags, seed, salt, order, scenario, out, shard, deviation, answerWithin, format, links } = options;
  const [target, requirements] = [await targetOf(options, io), requirementsOf(options.seat)];
  const progress = await progressLine(io, format === 'json');
  const chosen = { tags, seed, salt, order, scenario, deviation, requirements };
  const place = {
    target,
    answerWithinMs: answerWithin,
    outDir: out,
    links,
    shard: shard && `${shard.index}/${shard.total}`,
  };
  try {
    const { runFeatures } = await loadFeatureRunner();
    const { runDir } = await runFeatures({ ...chosen, ...place, onProgress: progress.show }, io);
    return runDir;
  } finally {
    progress.stop();
  }
}

function present(model: RunModel, format: Format, io: Io): number {
  if (format === 'json') line(io.stdout, JSON.stringify(renderJson(model)));
  else line(io.stdout, renderConsole(model, { colour: io.stdout.isTTY === true }));
  return exitCodeOfRun(model);
}
