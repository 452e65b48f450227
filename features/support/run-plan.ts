import { randomBytes, randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import type { RunIo, RunOptions } from '../run-options.ts';

/** Where run folders go, from the current directory, when nobody says. */
export const DEFAULT_RUNS = 'reports/runs';

/** Seeds are whole numbers from 0 to this. */
export const LARGEST_SEED = 2 ** 31 - 1;

/** A seed for a run that was given none. */
export const drawSeed = (): number => randomInt(LARGEST_SEED);

/** A salt that no earlier run had. */
export const drawSalt = (): string => randomBytes(4).toString('hex');

/** The name of a run that begins at `startedAt` (ms since the epoch): names sort by time, and no two are alike. */
export function drawRunId(startedAt: number): string {
  const stamp = new Date(startedAt).toISOString().replace(/[-:]/g, '').slice(0, 15);
  return `${stamp}-${randomBytes(3).toString('hex')}`;
}

/** What is settled before anything starts. */
export interface RunPlan {
  readonly options: RunOptions;
  readonly io: RunIo;
  readonly runId: string;
  /** Absolute path of the run folder. */
  readonly runDir: string;
  readonly seed: number;
  readonly salt: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** Draws what was not given: seed, salt and the name of the run. */
export function planOf(options: RunOptions, io: RunIo): RunPlan {
  const now = io.now ?? Date.now;
  const startedAt = now();
  const salt = options.salt ?? drawSalt();
  const runId = options.runId ?? drawRunId(startedAt);
  return {
    options,
    io,
    runId,
    runDir: resolve(io.cwd, options.outDir ?? DEFAULT_RUNS, runId),
    seed: options.seed ?? drawSeed(),
    salt,
    startedAt,
    now,
    signal: io.signal ?? new AbortController().signal,
  };
}
