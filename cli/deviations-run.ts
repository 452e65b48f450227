import { join } from 'node:path';
import type { Target } from '../features/run.ts';
import { drawRunId, drawSeed } from '../features/support/run-plan.ts';
import { packageRoot } from '../profile/export/package-root.ts';
import type { Deviation } from '../simulators/stack/deviations/deviation.ts';
import { allDeviations, deviationNamed, deviationNames } from '../simulators/stack/deviations/deviations.ts';
import { deviationMatrix } from './deviation-matrix.ts';
import { exitCodes, UsageError } from './failure.ts';
import { type FeatureRunner, loadFeatureRunner } from './feature-runner.ts';
import { type Format, type Io, line } from './io.ts';

export interface DeviationsOptions {
  readonly only?: readonly string[];
  readonly full: boolean;
  readonly seed?: number;
  readonly parallel: number;
  readonly out: string;
  readonly format: Format;
}

/** What became of one wrong behaviour. `accident`: red, but for no requirement that its file names. */
export interface DeviationResult {
  readonly name: string;
  readonly seat: 'hub';
  readonly violates: readonly string[];
  readonly outcome: 'killed' | 'survived' | 'accident';
  readonly killedBy: readonly { readonly scenario: string; readonly requirement: string }[];
  /** Requirements that its file names and that nothing turned red: a claim nobody has seen. */
  readonly unproven: readonly string[];
}

function chosen(only: readonly string[] | undefined): readonly Deviation[] {
  if (!only) return allDeviations();
  const unknown = only.filter((name) => !deviationNames.includes(name));
  if (unknown.length === 0) return only.flatMap((name) => deviationNamed(name) ?? []);
  throw new UsageError(
    'UNKNOWN_DEVIATION',
    `Found no deviation named ${unknown.map((name) => `"${name}"`).join(', ')}.`,
    `Known: ${deviationNames.join(', ')}.`,
  );
}

/** Plays deviations one after the other, each on stacks of its own beside one database server. */
class Court {
  readonly #features: FeatureRunner;
  readonly #options: DeviationsOptions;
  readonly #io: Io;
  readonly #base: Target;
  readonly #seed: number;
  /** A new one each time: evidence is never continued. */
  readonly #folder: string;

  constructor(features: FeatureRunner, options: DeviationsOptions, io: Io, base: Target, seed: number) {
    this.#features = features;
    this.#options = options;
    this.#io = io;
    this.#base = base;
    this.#seed = seed;
    this.#folder = join(options.out, `deviations-${drawRunId(io.now())}`);
  }

  async judge(deviation: Deviation): Promise<DeviationResult> {
    const { name, violates } = deviation;
    const { killedBy, red } = await this.#play(deviation);
    const outcome = killedBy.length > 0 ? 'killed' : red ? 'accident' : 'survived';
    const unproven = violates.filter((id) => !killedBy.some(({ requirement }) => requirement === id));
    return { name, seat: 'hub', violates, outcome, killedBy, unproven };
  }

  /** Runs the scenarios of the requirements that it names, until each has been red; with --full, all there are. */
  async #play({ name, violates }: Deviation) {
    const { failures } = await this.#features.runFeatures(
      {
        target: this.#stack(name),
        deviation: name,
        seed: this.#seed,
        ...(!this.#options.full && { requirements: violates, stopOnceRed: violates }),
        outDir: this.#folder,
        runId: name,
        spares: 1,
      },
      this.#io,
    );
    const killedBy = failures
      .filter(({ requirement }) => violates.includes(requirement))
      .map(({ scenario, requirement }) => ({ scenario, requirement }));
    return { killedBy, red: failures.length > 0 };
  }

  #stack(deviation: string): Promise<Target> {
    const { startReferenceTarget, databaseNamed } = this.#features;
    const database = databaseNamed(this.#base.main.database ?? '', `${deviation}_${process.pid}`);
    return startReferenceTarget({
      command: stackCommand(),
      env: { ...this.#io.env },
      deviation,
      database,
      runId: deviation,
    });
  }
}

const stackCommand = () => [process.execPath, join(packageRoot(), 'bin', 'corridor.js'), 'stack'] as const;

/** Runs the suite against every deviation, prints the matrix, and fails when one survives. */
export async function runDeviations(options: DeviationsOptions, io: Io): Promise<number> {
  const queue = [...chosen(options.only)];
  const seed = options.seed ?? drawSeed();
  const features = await loadFeatureRunner();
  await using base = await features.startReferenceTarget({
    command: stackCommand(),
    env: { ...io.env },
    runId: 'base',
  });
  const court = new Court(features, options, io, base, seed);
  const results: DeviationResult[] = [];
  const work = async () => {
    for (let next = queue.shift(); next && !io.signal.aborted; next = queue.shift()) {
      const result = await court.judge(next);
      // Cut short by Ctrl-C, it has not survived anything.
      if (io.signal.aborted && result.outcome !== 'killed') return;
      results.push(result);
      if (options.format === 'human') line(io.stderr, `${result.outcome.padEnd(8)} ${result.name}`);
    }
  };
  await Promise.all(Array.from({ length: options.parallel }, work));
  return present(
    results.toSorted((a, b) => a.name.localeCompare(b.name)),
    options,
    seed,
    io,
  );
}

function present(
  results: readonly DeviationResult[],
  options: DeviationsOptions,
  seed: number,
  io: Io,
): number {
  const killed = results.filter(({ outcome }) => outcome === 'killed').length;
  const proven = results.every(({ unproven }) => unproven.length === 0);
  const document = { total: results.length, killed, deviations: results };
  if (options.format === 'json') line(io.stdout, JSON.stringify(document));
  else {
    line(io.stdout, deviationMatrix(results));
    line(io.stdout, `${killed} of ${results.length} killed. Replay: corridor deviations --seed ${seed}`);
  }
  if (io.signal.aborted) return exitCodes.inconclusive;
  return killed === results.length && proven ? exitCodes.conformant : exitCodes.nonConformity;
}
