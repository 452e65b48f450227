import { randomBytes, randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import type { RunIo, RunOptions } from '../run-options.ts';

const LARGEST_SEED = 2 ** 31 - 1;
const DEFAULT_FOLDER = 'reports/runs';

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
  const salt = options.salt ?? randomBytes(4).toString('hex');
  const stamp = new Date(startedAt).toISOString().replace(/[-:]/g, '').slice(0, 15);
  const runId = options.runId ?? `${stamp}-${randomBytes(3).toString('hex')}`;
  return {
    options,
    io,
    runId,
    runDir: resolve(io.cwd, options.outDir ?? DEFAULT_FOLDER, runId),
    seed: options.seed ?? randomInt(LARGEST_SEED),
    salt,
    startedAt,
    now,
    signal: io.signal ?? new AbortController().signal,
  };
}
