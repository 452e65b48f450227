import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { verifyChain } from '../evidence/verify-chain.ts';
import type { EvidenceFile } from './evidence-files.ts';
import { ReconcileError, readingError } from './reconcile-error.ts';

/** What `run.json` says of the chains of its folder; the rest of it does not matter here. */
const chainsOfRun = z.object({
  state: z.string(),
  exchanges: z.object({ count: z.int(), heads: z.record(z.string(), z.string()) }),
});

/**
 * Every line is hashed again, and the end of each chain compared with what `run.json` beside it says.
 * @throws ReconcileError when a line was changed, added or taken out after it was written
 */
export async function insistOnChains(files: readonly EvidenceFile[]): Promise<void> {
  const folders = new Map<string, { heads: string[]; count: number }>();
  for (const { path } of files) {
    const { holds, broken, head, count } = await verifyChain(path).catch((cause: unknown) => {
      throw readingError(path, cause);
    });
    if (!holds)
      throw brokenChain(
        `The chain of ${path} breaks at line ${broken?.line ?? 1}: ${broken?.reason ?? 'unknown reason'}.`,
      );
    const folder = folders.get(dirname(path)) ?? { heads: [], count: 0 };
    folders.set(dirname(path), { heads: [...folder.heads, head], count: folder.count + count });
    await insistOnEnd(path, head, count);
  }
  for (const [folder, seen] of folders) await insistOnWhole(folder, seen.heads, seen.count);
}

/** A file cut at the end of a line holds as a chain; only the head in `run.json` tells. */
async function insistOnEnd(path: string, head: string, count: number): Promise<void> {
  const said = await chainsSaid(dirname(path));
  if (!said || said.heads.includes(head)) return;
  throw brokenChain(
    `The chain of ${path} ends after ${count} lines, and run.json beside it knows no such end: lines were cut off or added.`,
  );
}

/** Every chain of the run is there: its heads are, and as many lines as were written. */
async function insistOnWhole(folder: string, heads: readonly string[], count: number): Promise<void> {
  const said = await chainsSaid(folder);
  // A part of the files of a run may be reconciled alone.
  if (!said || heads.length < said.heads.length || said.count === count) return;
  throw brokenChain(`The evidence in ${folder} holds ${count} lines where its run.json says ${said.count}.`);
}

/** What the run said when it was complete; of an interrupted run, or of files without one, nothing. */
async function chainsSaid(folder: string): Promise<{ heads: string[]; count: number } | undefined> {
  const text = await readFile(join(folder, 'run.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const read = chainsOfRun.safeParse(parsed(text));
  if (!read.success)
    throw brokenChain(`The run.json in ${folder} cannot be read: nothing tells where its chains end.`);
  const { state, exchanges } = read.data;
  const heads = Object.values(exchanges.heads);
  return state === 'complete' && heads.length > 0 ? { heads, count: exchanges.count } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const brokenChain = (seen: string): ReconcileError =>
  new ReconcileError('CHAIN_BROKEN', seen, 'The file was changed after it was written: take the original.');
