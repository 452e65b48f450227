import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyChain } from '../evidence/verify-chain.ts';
import { ReconcileError } from './reconcile-error.ts';

const EVIDENCE = /^exchange.*\.ndjson$/;

/** An evidence file, and whether its last line was left without end by a writer that was killed. */
export interface EvidenceFile {
  readonly path: string;
  readonly bytes: number;
  readonly torn: boolean;
}

/**
 * The evidence files of what was named: files, or run folders with one file a process.
 * @throws ReconcileError when one is missing, unreadable, or a folder without evidence
 */
export async function evidenceFiles(paths: readonly string[]): Promise<EvidenceFile[]> {
  const found: EvidenceFile[] = [];
  for (const path of paths) for (const file of await filesOf(path)) found.push(await examine(file));
  // Named twice, or named beside its folder, a file counts once.
  return [...new Map(found.map((file) => [file.path, file])).values()];
}

async function filesOf(path: string): Promise<string[]> {
  const seen = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EACCES') throw notReadable(path, cause);
    throw new ReconcileError(
      'EVIDENCE_NOT_FOUND',
      `Failed to find the evidence: there is no ${path}.`,
      'Give a run folder, a run id, "last", or one or more exchange.ndjson.',
      { cause },
    );
  });
  if (!seen.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => EVIDENCE.test(name)).sort();
  if (names.length > 0) return names.map((name) => join(path, name));
  throw new ReconcileError(
    'NO_EVIDENCE',
    `Failed to find evidence in the folder ${path}: it holds no exchange.ndjson.`,
    'Give a run folder: corridor verify writes one under reports/runs/ and prints its name.',
  );
}

async function examine(path: string): Promise<EvidenceFile> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size === 0) return { path, bytes: 0, torn: false };
    const { buffer } = await file.read({ buffer: Buffer.alloc(1), position: size - 1 });
    return { path, bytes: size, torn: buffer.toString() !== '\n' };
  } catch (cause) {
    throw notReadable(path, cause);
  }
}

const notReadable = (path: string, cause: unknown): ReconcileError =>
  new ReconcileError(
    'NOT_READABLE',
    `Failed to read ${path}: ${(cause as { code?: string }).code ?? 'unknown fault'}.`,
    'Give the path of an exchange.ndjson that this user may read.',
    { cause },
  );

/** @throws ReconcileError when a line was changed, added or taken out after it was written */
export async function insistOnChains(files: readonly EvidenceFile[]): Promise<void> {
  for (const { path } of files) {
    const { holds, broken } = await verifyChain(path);
    if (holds) continue;
    throw new ReconcileError(
      'CHAIN_BROKEN',
      `The chain of ${path} breaks at line ${broken?.line ?? 1}: ${broken?.reason ?? 'unknown reason'}.`,
      'The file was changed after it was written: take the original.',
    );
  }
}
