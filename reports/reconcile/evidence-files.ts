import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runSummary } from '../evidence/run.ts';
import { LOAD_FILES, loadRun } from '../load/load-run.ts';
import { ReconcileError } from './reconcile-error.ts';

const EVIDENCE = /^exchange.*\.ndjson$/;

/**
 * An evidence file; whether its last line was left without end by a writer that was killed, and whether the `run.json` or
 * `load.json` beside it says that the run was cut: then what had not come yet may still have come.
 */
export interface EvidenceFile {
  readonly path: string;
  /** Where it really lies, whatever links lead there. */
  readonly identity: string;
  readonly bytes: number;
  readonly torn: boolean;
  readonly cut: boolean;
}

/**
 * The evidence files of what was named: files, or run folders with one file a process.
 * @throws ReconcileError when one is missing, unreadable, or a folder without evidence
 */
export async function evidenceFiles(paths: readonly string[]): Promise<EvidenceFile[]> {
  const found: EvidenceFile[] = [];
  for (const path of paths) for (const file of await filesOf(path)) found.push(await examine(file));
  // Named twice, by another name, or beside its folder, a file counts once.
  return [...new Map(found.map((file) => [file.identity, file])).values()];
}

/** The files of reports that fleets of devices wrote beside the evidence of a load run; each once, and only where there is one. */
export async function truthFiles(files: readonly EvidenceFile[]): Promise<string[]> {
  const folders = [...new Set(files.map(({ identity }) => dirname(identity)))];
  const paths = folders.map((folder) => join(folder, LOAD_FILES.truth));
  const there = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        (seen) => seen.isFile(),
        () => false,
      ),
    ),
  );
  return paths.filter((_, at) => there[at]);
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

/** Files that say how a run ended, and what they look like. */
const ENDINGS = [
  { name: 'run.json', shape: runSummary },
  { name: LOAD_FILES.run, shape: loadRun },
] as const;

/** Evidence of a pilot has neither file: nobody says that it was cut. */
async function wasCut(path: string): Promise<boolean> {
  for (const { name, shape } of ENDINGS) {
    const run = shape.safeParse(await jsonOf(join(dirname(path), name)));
    if (run.success && run.data.state !== 'complete') return true;
  }
  return false;
}

async function jsonOf(file: string): Promise<unknown> {
  try {
    return (await stat(file)).isFile() ? JSON.parse(await readFile(file, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

async function examine(path: string): Promise<EvidenceFile> {
  const cut = await wasCut(path);
  try {
    // Before it is opened: opening a pipe waits for a writer that may never come.
    if (!(await stat(path)).isFile()) throw noFile(path);
    const identity = await realpath(path);
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size === 0) return { path, identity, bytes: 0, torn: false, cut };
    const { buffer } = await file.read({ buffer: Buffer.alloc(1), position: size - 1 });
    return { path, identity, bytes: size, torn: buffer.toString() !== '\n', cut };
  } catch (cause) {
    throw cause instanceof ReconcileError ? cause : notReadable(path, cause);
  }
}

const noFile = (path: string): ReconcileError =>
  new ReconcileError(
    'NOT_READABLE',
    `Failed to read ${path}: it is a pipe or a device, no file.`,
    'Give the path of an exchange.ndjson; what a pipe delivers has to be written to a file first.',
  );

const notReadable = (path: string, cause: unknown): ReconcileError =>
  new ReconcileError(
    'NOT_READABLE',
    `Failed to read ${path}: ${(cause as { code?: string }).code ?? 'unknown fault'}.`,
    'Give the path of an exchange.ndjson that this user may read.',
    { cause },
  );
