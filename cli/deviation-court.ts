import { join } from 'node:path';
import { messageCount } from '../features/explore/move.ts';
import type { Target } from '../features/run.ts';
import { drawRunId } from '../features/support/run-plan.ts';
import { stackCommand } from '../features/support/targets/stack-command.ts';
import type { Deviation } from '../simulators/stack/deviations/deviation.ts';
import type { FeatureRunner } from './feature-runner.ts';
import type { Io } from './io.ts';

/** One requirement that one scenario, written or found, turned red. */
export interface Kill {
  readonly scenario: string;
  readonly requirement: string;
}

/** What became of one wrong behaviour. `accident`: red, but for no requirement that its file names. */
export interface DeviationResult {
  readonly name: string;
  readonly seat: 'hub';
  readonly violates: readonly string[];
  readonly outcome: 'killed' | 'survived' | 'accident';
  readonly killedBy: readonly Kill[];
  /** Requirements that its file names and that nothing turned red: a claim nobody has seen. */
  readonly unproven: readonly string[];
  /** When no written scenario saw it: how many messages show it at most, and how long they were searched for; shortening not counted. */
  readonly explored?: { readonly messages: number; readonly seconds: number };
}

/** What exploring saw of a deviation. */
interface Discovered {
  readonly kills: readonly Kill[];
  readonly messages: number;
  readonly searchedMs: number;
}

/** How long one shy deviation is looked for at most. @source assumption: two minutes on two cores (decision 0012) */
const EXPLORE_MS = 120_000;

export interface CourtOptions {
  readonly full: boolean;
  /** Whether shy deviations are explored for. */
  readonly explore: boolean;
  readonly out: string;
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
    const killedBy = [...written.killedBy];
    const found = deviation.shy && killedBy.length === 0 ? await this.#inTurn(deviation) : [];
    const kills = found.flatMap((one) => one.kills);
    killedBy.push(...kills.filter(({ requirement }) => violates.includes(requirement)));
    const red = written.red || kills.length > 0;
    const outcome = killedBy.length > 0 ? 'killed' : red ? 'accident' : 'survived';
    const unproven = unprovenOf(violates, killedBy);
    const explored = found.length > 0 && {
      messages: Math.max(...found.map(({ messages }) => messages)),
      seconds: Math.round(found.reduce((ms, { searchedMs }) => ms + searchedMs, 0) / 1000),
    };
    return { name, seat: 'hub', violates, outcome, killedBy, unproven, ...(explored && { explored }) };
  }

  /** Runs the scenarios of the requirements that it names, until each has been red; with --full, all there are. */
  async #play({ name, violates }: Deviation): Promise<{ killedBy: readonly Kill[]; red: boolean }> {
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

  #inTurn(deviation: Deviation): Promise<readonly Discovered[]> {
    const found = this.#explored.then(() => this.#lookFor(deviation));
    this.#explored = found.catch(() => undefined);
    return found;
  }

  /** Explores until each requirement that it names was red, or its time is over: what no written scenario sees. */
  async #lookFor({ name, violates }: Deviation): Promise<readonly Discovered[]> {
    const found: Discovered[] = [];
    let [left, leftMs] = [violates, EXPLORE_MS];
    while (left.length > 0 && leftMs > 0) {
      const runId = `${name}-explored${found.length > 0 ? `-${found.length + 1}` : ''}`;
      const one = await this.#explore(name, runId, left, leftMs);
      if (!one) break;
      found.push(one);
      left = unprovenOf(left, one.kills);
      leftMs -= one.searchedMs;
    }
    return found;
  }

  /** Until one of the requirements is red; undefined when none was in time. */
  async #explore(
    deviation: string,
    runId: string,
    wanted: readonly string[],
    timeMs: number,
  ): Promise<Discovered | undefined> {
    const { explored } = await this.#features.runExploration(
      {
        ...{ deviation, runId, wanted, timeMs },
        target: this.#stack(deviation, runId),
        seed: this.#seed,
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
    });
  }
}

const unprovenOf = (violates: readonly string[], killedBy: readonly Kill[]): string[] =>
  violates.filter((id) => !killedBy.some(({ requirement }) => requirement === id));
