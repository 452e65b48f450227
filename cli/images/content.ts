import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Ingredient } from './recipe.ts';

const AT_ONCE = 64;

/** Digest of files: their names, their bytes and whether they run; not their times. */
export async function digestOf(files: readonly Ingredient[], ...more: readonly string[]): Promise<string> {
  const sorted = [...files].sort((a, b) => (a.to < b.to ? -1 : 1));
  const lines: string[] = [];
  for (let from = 0; from < sorted.length; from += AT_ONCE)
    lines.push(...(await Promise.all(sorted.slice(from, from + AT_ONCE).map(lineOf))));
  return sha256([...lines, ...more].join('\n'));
}

async function lineOf({ from, to }: Ingredient): Promise<string> {
  const [bytes, { mode }] = await Promise.all([readFile(from), stat(from)]);
  return `${to} ${mode & 0o100 ? 'x' : '-'} ${sha256(bytes)}`;
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** Copies files to their places below a folder. */
export async function gather(files: readonly Ingredient[], folder: string): Promise<void> {
  const folders = new Set(files.map(({ to }) => dirname(join(folder, to))));
  for (const place of folders) await mkdir(place, { recursive: true });
  for (let from = 0; from < files.length; from += AT_ONCE)
    await Promise.all(
      files.slice(from, from + AT_ONCE).map(({ from: source, to }) => copyFile(source, join(folder, to))),
    );
}
