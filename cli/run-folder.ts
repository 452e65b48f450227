import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';

/** Which folders are asked for, by a file that they hold. */
export type RunFile = 'run.json' | 'load.json';

const RUN_FILES: readonly RunFile[] = ['run.json'];

const holdsOne = (folder: string, files: readonly RunFile[]): boolean =>
  files.some((file) => existsSync(join(folder, file)));

/** Ids of the runs in a folder, the oldest first: they begin with their instant. */
export const runIds = (all: string, files: readonly RunFile[] = RUN_FILES): string[] =>
  existsSync(all)
    ? readdirSync(all)
        .filter((id) => holdsOne(join(all, id), files))
        .sort()
    : [];

/** The folder of a run given by path, by id, or as `last`. */
export function runFolder(run: string, runs: string, io: Io, files: readonly RunFile[] = RUN_FILES): string {
  const all = resolve(io.cwd, runs);
  const ids = runIds(all, files);
  const candidates =
    run === 'last' ? ids.slice(-1).map((id) => join(all, id)) : [resolve(io.cwd, run), join(all, run)];
  const found = candidates.find((folder) => holdsOne(folder, files));
  if (found) return found;
  throw new UsageError(
    'RUN_NOT_FOUND',
    `Failed to find the run "${run}": no ${files.join(' or ')} in ${candidates.join(' or ') || all}.`,
    ids.length > 0 ? `The last runs are: ${ids.slice(-5).join(', ')}.` : 'Make one with corridor verify.',
  );
}
