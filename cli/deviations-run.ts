import { resolve } from 'node:path';
import { drawSeed } from '../features/support/run-plan.ts';
import { stackCommand } from '../features/support/targets/stack-command.ts';
import { shellWord } from '../reports/evidence/shell-word.ts';
import type { Deviation } from '../simulators/stack/deviations/deviation.ts';
import { allDeviations } from '../simulators/stack/deviations/deviations.ts';
import { chooseDeviations } from './deviation-choice.ts';
import { Court, type DeviationResult } from './deviation-court.ts';
import { deviationMatrix } from './deviation-matrix.ts';
import { deviationPage } from './deviation-page.ts';
import { recordedKillers } from './deviation-record.ts';
import { exitCodes, UsageError } from './failure.ts';
import { loadFeatureRunner } from './feature-runner.ts';
import { type Format, type Io, line } from './io.ts';
import type { Shard } from './options.ts';
import { insistOnPlaceFor, writePage } from './write-page.ts';

export interface DeviationsOptions {
  readonly only?: readonly string[];
  /** One part of all, drawn by the seed. */
  readonly shard?: Shard;
  readonly full: boolean;
  /** Explore for the shy ones; else they are left out, unless named. */
  readonly explore: boolean;
  readonly seed?: number;
  readonly parallel: number;
  readonly out: string;
  /** Where the matrix goes as a page; all deviations, or none. */
  readonly matrix?: string;
  readonly format: Format;
}

/** Runs the suite against every deviation that shows in peace, and explores for the shy ones; prints the matrix, and fails when one survives. */
export async function runDeviations(options: DeviationsOptions, io: Io): Promise<number> {
  const { only, shard, matrix } = options;
  if (matrix !== undefined && (only || shard))
    throw new UsageError(
      'MATRIX_OF_ALL',
      'Found --matrix with a part of the deviations.',
      'Leave out --only and --shard: the page shows all.',
    );
  const page = matrix === undefined ? undefined : resolve(io.cwd, matrix);
  if (page !== undefined) await insistOnPlaceFor(page, '--matrix');
  const seed = options.seed ?? drawSeed();
  const results = await judgeAll(chooseDeviations(options, seed), options, io, seed);
  if (page !== undefined && !io.signal.aborted)
    await writePage(page, deviationPage(results, seed), '--matrix');
  return present(results, options, seed, io);
}

async function judgeAll(
  chosen: readonly Deviation[],
  options: DeviationsOptions,
  io: Io,
  seed: number,
): Promise<DeviationResult[]> {
  const features = await loadFeatureRunner();
  await using base = await features.startReferenceTarget({
    command: stackCommand,
    env: { ...io.env },
    runId: 'base',
    now: io.now,
  });
  // A page that is drawn afresh shows what sees each deviation first, not what did the last time.
  const killers = options.matrix === undefined ? recordedKillers() : new Map<string, readonly string[]>();
  const court = new Court(features, { ...options, killers }, io, base, seed);
  const queue = [...chosen];
  const results: DeviationResult[] = [];
  const work = async () => {
    for (let next = queue.shift(); next && !io.signal.aborted; next = queue.shift()) {
      const result = await court.judge(next);
      // Cut short by Ctrl-C, nothing is said of what it was not asked.
      if (io.signal.aborted && (result.outcome !== 'killed' || result.unproven.length > 0)) return;
      results.push(result);
      if (options.format === 'human') line(io.stderr, `${result.outcome.padEnd(8)} ${result.name}`);
    }
  };
  await Promise.all(Array.from({ length: options.parallel }, work));
  return results.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** What `--format json` prints. */
export function deviationsDocument(results: readonly DeviationResult[]): string {
  const killed = results.filter(({ outcome }) => outcome === 'killed').length;
  return JSON.stringify({ total: results.length, killed, deviations: results });
}

function present(
  results: readonly DeviationResult[],
  options: DeviationsOptions,
  seed: number,
  io: Io,
): number {
  const killed = results.filter(({ outcome }) => outcome === 'killed').length;
  const proven = results.every(({ unproven }) => unproven.length === 0);
  if (options.format === 'json') line(io.stdout, deviationsDocument(results));
  else {
    line(io.stdout, deviationMatrix(results));
    if (!options.only) line(io.stdout, leftToLoad());
    line(io.stdout, `${killed} of ${results.length} killed. Replay: ${replayOf(options, seed)}`);
  }
  if (io.signal.aborted) return exitCodes.inconclusive;
  return killed === results.length && proven ? exitCodes.conformant : exitCodes.nonConformity;
}

/** What no scenario can show, and by what it is proven. */
function leftToLoad(): string {
  const { length } = allDeviations().filter(({ underLoad }) => underLoad);
  return `Not run: ${length} that show only under load (docs/deviations.md). corridor load PLAN --deviation NAME proves each.`;
}

/** The command that runs the same again. */
export function replayOf({ only, full, explore, shard }: DeviationsOptions, seed: number): string {
  const words = [
    'corridor deviations',
    `--seed ${seed}`,
    only && `--only ${shellWord(only.join(','))}`,
    full && '--full',
    !explore && '--no-explore',
    shard && `--shard ${shard.index}/${shard.total}`,
  ];
  return words.filter(Boolean).join(' ');
}
