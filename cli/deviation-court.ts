import { join } from 'node:path';
import { messageCount } from '../features/explore/move.ts';
import type { RunOptions, Target } from '../features/run.ts';
import { drawRunId } from '../features/support/run-plan.ts';
import { stackCommand } from '../features/support/targets/stack-command.ts';
import type { Deviation } from '../simulators/stack/deviations/deviation.ts';
import type { FeatureRunner } from './feature-runner.ts';
import type { Io } from './io.ts';
import { type Explore, type Kill, notRed, type ShySearch, searchFor } from './shy-search.ts';

/** What became of one wrong behaviour. `accident`: red, but for no requirement that its file names. */
export interface DeviationResult {
  readonly name: string;
  readonly seat: 'hub';
  readonly violates: readonly string[];
  readonly outcome: 'killed' | 'survived' | 'accident';
  readonly killedBy: readonly Kill[];
  /** Requirements that its file names and that nothing turned red: a claim nobody has seen. */
  readonly unproven: readonly string[];
  /** Of a shy one that was found. */
  readonly explored?: NonNullable<ShySearch['explored']>;
}

/** How long one shy deviation is looked for at most. @source assumption: decision 0012 */
const EXPLORE_MS = 120_000;

export interface CourtOptions {
  readonly full: boolean;
  /** Scenarios to be played first, by deviation: those that saw it last time. */
  readonly killers: ReadonlyMap<string, readonly string[]>;
  readonly out: string;
}

/** What the written scenarios saw. */
interface Written {
  readonly killedBy: readonly Kill[];
  /** Something was red, for whatever requirement. */
  readonly red: boolean;
}

/** Plays deviations, each on stacks of its own beside one database server. */
export class Court {
  readonly #features: FeatureRunner;
  readonly #options: CourtOptions;
  readonly #io: Io;
  readonly #base: Target;
  readonly #seed: number;
  /** A new one each time: evidence is never continued. */
  readonly #folder: string;
  /** Explorations come one after the other: each keeps the machine busy, and has its time. */
  #explored: Promise<unknown> = Promise.resolve();

  constructor(features: FeatureRunner, options: CourtOptions, io: Io, base: Target, seed: number) {
    this.#features = features;
    this.#options = options;
    this.#io = io;
    this.#base = base;
    this.#seed = seed;
    this.#folder = join(options.out, `deviations-${drawRunId(io.now())}`);
  }

  /** The written scenarios first; what is shy and not seen by them is looked for. */
  async judge(deviation: Deviation): Promise<DeviationResult> {
    const { name, violates } = deviation;
    const written = await this.#play(deviation);
    const unseen = notRed(violates, written.killedBy);
    const search: ShySearch = deviation.shy ? await this.#inTurn(name, unseen) : { kills: [] };
    const killedBy = [...written.killedBy, ...search.kills].filter(({ requirement }) =>
      violates.includes(requirement),
    );
    const red = written.red || search.kills.length > 0;
    const outcome = killedBy.length > 0 ? 'killed' : red ? 'accident' : 'survived';
    const { explored } = search;
    return {
      ...{ name, seat: 'hub', violates, outcome, killedBy },
      unproven: notRed(violates, killedBy),
      ...(explored && { explored }),
    };
  }

  /**
   * First what saw it last time. What that leaves unseen is looked for by the scenarios of the requirements that it names,
   * until each has been red; with --full, by all there are.
   */
  async #play({ name, violates }: Deviation): Promise<Written> {
    if (this.#options.full) return this.#run(name, name, violates, {});
    const killers = await this.#killersOf(name);
    const stopOnceRed = violates;
    const again =
      killers.length > 0 && (await this.#run(name, name, violates, { scenarios: killers, stopOnceRed }));
    if (!again) return this.#run(name, name, violates, { requirements: violates, stopOnceRed });
    const unseen = notRed(violates, again.killedBy);
    if (unseen.length === 0 || this.#io.signal.aborted) return again;
    const wider = { requirements: unseen, stopOnceRed: unseen };
    const more = await this.#run(name, `${name}-wider`, violates, wider);
    return { killedBy: [...again.killedBy, ...more.killedBy], red: again.red || more.red };
  }

  /** Those that still exist. */
  async #killersOf(name: string): Promise<readonly string[]> {
    const ids = await this.#features.scenarioIds();
    return (this.#options.killers.get(name) ?? []).filter((id) => ids.has(id));
  }

  async #run(
    deviation: string,
    runId: string,
    violates: readonly string[],
    what: Pick<RunOptions, 'requirements' | 'scenarios' | 'stopOnceRed'>,
  ): Promise<Written> {
    const { failures } = await this.#features.runFeatures(
      {
        ...{ deviation, runId, ...what },
        target: this.#stack(deviation, runId),
        seed: this.#seed,
        outDir: this.#folder,
        spares: 1,
      },
      this.#io,
    );
    const killedBy = failures
      .filter(({ requirement }) => violates.includes(requirement))
      .map(({ scenario, requirement }) => ({ scenario, requirement }));
    return { killedBy, red: failures.length > 0 };
  }

  #inTurn(deviation: string, wanted: readonly string[]): Promise<ShySearch> {
    const { signal } = this.#io;
    const found = this.#explored.then(() =>
      searchFor(wanted, EXPLORE_MS, signal, (...asked) => this.#explore(deviation, ...asked)),
    );
    this.#explored = found.catch(() => undefined);
    return found;
  }

  async #explore(deviation: string, ...[wanted, timeMs, nth]: Parameters<Explore>): ReturnType<Explore> {
    const runId = `${deviation}-explored${nth > 0 ? `-${nth + 1}` : ''}`;
    const { explored } = await this.#features.runExploration(
      {
        ...{ deviation, runId, wanted, timeMs },
        target: this.#stack(deviation, runId),
        // What was drawn before would be drawn again.
        seed: this.#seed + nth,
        outDir: this.#folder,
        onProgress: () => undefined,
      },
      this.#io,
    );
    if (!explored.discovery) return undefined;
    const { performance, searchedMs } = explored.discovery;
    const failed = performance.findings.filter(({ verdict }) => verdict === 'fail');
    const requirements = [...new Set(failed.map(({ requirement }) => requirement))];
    return {
      kills: requirements.map((requirement) => ({ scenario: runId, requirement })),
      messages: messageCount(performance.sequence),
      searchedMs,
    };
  }

  #stack(deviation: string, runId = deviation): Promise<Target> {
    const { startReferenceTarget, databaseNamed } = this.#features;
    const database = databaseNamed(this.#base.main.database ?? '', `${runId}_${process.pid}`);
    return startReferenceTarget({
      command: stackCommand,
      env: { ...this.#io.env },
      deviation,
      database,
      runId,
      now: this.#io.now,
    });
  }
}
