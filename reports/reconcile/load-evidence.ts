import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exchangeKinds } from '../evidence/exchange.ts';
import { readExchange } from '../evidence/read-exchange.ts';
import { agreement, quoted } from './agreement.ts';
import type { Engine } from './engine.ts';
import { type EvidenceFile, truthFiles } from './evidence-files.ts';
import { isOutOfSpace, noSpace, notRecord, readingError } from './reconcile-error.ts';

/** Tables of `tables/`, in the order in which they build on each other. */
const TABLES = ['messages', 'deliveries', 'movements', 'road', 'books', 'guarantees', 'trackers'] as const;

const tableFile = (name: string): string => readFileSync(join(__dirname, 'tables', `${name}.sql`), 'utf8');

/** How evidence is loaded. */
export interface LoadOptions {
  /** Movements whose time limit still runs at the end of the evidence are explained. */
  readonly underWay?: boolean;
}

/** What was loaded. */
export interface Loaded {
  readonly exchanges: number;
  /** The evidence is exports of a pilot and nothing else: what they do not hold is not judged. */
  readonly exportsOnly: boolean;
}

/**
 * Turns evidence files into tables, read in one pass and never whole in memory.
 * @returns how many exchanges were read, and whether all of them come from exports of a pilot
 * @throws ReconcileError when a line other than a torn last one is no record
 */
export async function loadEvidence(
  engine: Engine,
  files: readonly EvidenceFile[],
  { underWay = false }: LoadOptions = {},
): Promise<Loaded> {
  const names = await Promise.all(files.map(({ path }, at) => engine.nameFor(path, at)));
  await engine.run(`set variable files = [${names.map(quoted).join(', ')}];`);
  const cut = names.filter((_, at) => files[at]?.cut);
  await engine.run(`set variable cut_files = [${cut.map(quoted).join(', ')}]::varchar[];`);
  await engine.run(agreement(underWay));
  await engine.run(tableFile('reading'));
  try {
    await engine.run(tableFile('exchanges'));
  } catch (cause) {
    throw await readingFault(files, cause);
  }
  await insistOnRecords(engine, files);
  await loadTruth(engine, files);
  const [counted] = await engine.rows('select count(*)::integer as exchanges from exchange');
  for (const name of TABLES) await engine.run(tableFile(name));
  const [told] = await engine.rows("select getvariable('exports_only') as only");
  if (told?.['only'] === true) await engine.run(tableFile('exports'));
  return { exchanges: Number(counted?.['exchanges'] ?? 0), exportsOnly: told?.['only'] === true };
}

/** What fleets of devices wrote down beside the evidence, where there were any. */
async function loadTruth(engine: Engine, files: readonly EvidenceFile[]): Promise<void> {
  const paths = await truthFiles(files);
  const names = await Promise.all(paths.map((path, at) => engine.nameFor(path, files.length + at)));
  await engine.run(`set variable truth_files = [${names.map(quoted).join(', ')}]::varchar[];`);
  await engine.run(tableFile(names.length > 0 ? 'truth' : 'no-truth'));
}

/** A line that is no JSON leaves a row of nothing: one such row is a torn end, any other a file that is no evidence. */
async function insistOnRecords(engine: Engine, files: readonly EvidenceFile[]): Promise<void> {
  const kinds = exchangeKinds.map(quoted).join(', ');
  const notRecords = `kind is null or kind not in (${kinds}) or begun_at is null or ended_at is null or caller is null or callee is null or not has_path`;
  const [counted] = await engine.rows(
    // Neither an answer with a status nor a fault: that nothing was answered, or that the answer is no answer. A reader tells.
    `select count(*) filter (${notRecords})::integer as wrong, count(*) filter (status is null and fault is null)::integer as doubtful from exchange`,
  );
  const wrong = Number(counted?.['wrong'] ?? 0);
  if (wrong === 0 && Number(counted?.['doubtful'] ?? 0) === 0) return;
  for (const { path } of files) await findWrongLine(path);
  // Whoever reads line by line finds each line whole but the torn ones.
  const torn = files.filter((file) => file.torn).length;
  if (wrong > torn)
    throw notRecord(files[0]?.path ?? '', 'a line that is no exchange, or longer than 16 MiB');
  await engine.run(`delete from exchange where ${notRecords}`);
}

/** Reads line by line, which is slow and names the line. */
async function findWrongLine(path: string): Promise<void> {
  try {
    for await (const _line of readExchange(path));
  } catch (cause) {
    throw readingError(path, cause);
  }
}

async function readingFault(files: readonly EvidenceFile[], cause: unknown): Promise<unknown> {
  if (isOutOfSpace(cause)) return noSpace(cause);
  if (/INTERRUPT/i.test(cause instanceof Error ? cause.message : String(cause))) return cause;
  for (const { path } of files) await findWrongLine(path);
  return cause;
}
