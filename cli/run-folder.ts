import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';

const isRun = (folder: string): boolean => existsSync(join(folder, 'run.json'));

/** Ids of the runs in a folder, the oldest first: they begin with their instant. */
export const runIds = (all: string): string[] =>
  existsSync(all)
    ? readdirSync(all)
        .filter((id) => isRun(join(all, id)))
        .sort()
    : [];

/** The folder of a run given by path, by id, or as `last`. */
export function runFolder(run: string, runs: string, io: Io): string {
  const all = resolve(io.cwd, runs);
  const ids = runIds(all);
  const candidates =
    run === 'last' ? ids.slice(-1).map((id) => join(all, id)) : [resolve(io.cwd, run), join(all, run)];
  const found = candidates.find(isRun);
  if (found) return found;
  throw new UsageError(
    'RUN_NOT_FOUND',
    `Failed to find the run "${run}": no run.json in ${candidates.join(' or ') || all}.`,
    ids.length > 0 ? `The last runs are: ${ids.slice(-5).join(', ')}.` : 'Make one with corridor verify.',
  );
}
