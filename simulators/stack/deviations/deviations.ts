import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join } from 'node:path';
import type { Deviation } from './deviation.ts';

/** Reads a file only when it is asked for: a stack starts with one of them, or none. */
const read = createRequire(__filename);

/** Where each wrong behaviour is written down, by its name: one file in one of the folders here is all it takes. */
const files: ReadonlyMap<string, string> = new Map(
  readdirSync(__dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(__dirname, name)).map((file) => join(__dirname, name, file)))
    .filter((path) => ['.ts', '.js'].includes(extname(path)))
    .map((path) => [basename(path, extname(path)), path] as const)
    .sort(([a], [b]) => a.localeCompare(b)),
);

/** Names of all wrong behaviours that the stack can be told to commit, in order. */
export const deviationNames: readonly string[] = [...files.keys()];

/** The wrong behaviour of this name, read when it is asked for; undefined when there is none. */
export function deviationNamed(name: string): Deviation | undefined {
  const path = files.get(name);
  return path === undefined ? undefined : (read(path) as { default: Deviation }).default;
}

/** Every wrong behaviour, read now. */
export const allDeviations = (): readonly Deviation[] =>
  deviationNames.flatMap((name) => deviationNamed(name) ?? []);
