import { existsSync } from 'node:fs';
import { chmod, mkdtemp, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeFault } from '../evidence/evidence-error.ts';
import { ExchangeWriter } from '../evidence/exchange-writer.ts';
import type { ExportRule, PilotColumns } from './columns.ts';
import { type PilotContext, RecordComposer } from './compose-record.ts';
import { comparedBy } from './content.ts';
import { type FileRow, openExport } from './file-rows.ts';
import { PilotError, quote, RowFault, rowRefused } from './pilot-error.ts';
import type { Tokens } from './tokens.ts';

/** Of each file this many rows that were left out are told one by one; all are counted. */
const TOLD_ROWS = 5;

/** How exports are read. */
export interface ReadExportsOptions {
  /** Replaces what names persons and firms; undefined keeps it. */
  readonly tokens: Tokens | undefined;
  /** The evidence file to write; it must not exist. */
  readonly evidence: string;
  /** A row that cannot be read is counted and left out; otherwise it is refused, and with it all. */
  readonly skipBadRows?: boolean;
  readonly signal?: AbortSignal;
  /** Told now and then how far it is. */
  readonly onRows?: (file: string, rows: number) => void;
}

/** What was read of one file. */
export interface ReadFile {
  readonly file: string;
  /** Rows that became evidence. */
  readonly rows: number;
  /** Rows that the mapping leaves out. */
  readonly ignored: number;
  /** Rows that could not be read, and the first of them in words. */
  readonly bad: number;
  readonly badRows: readonly string[];
}

/** What was read of all exports. */
export interface ReadExports {
  readonly files: readonly ReadFile[];
  /** What of the contents is compared: the payload whole, or names of fields. */
  readonly compared: 'payload' | readonly string[];
}

interface Planned {
  readonly path: string;
  readonly file: string;
  readonly rule: ExportRule;
}

/**
 * Reads exports of a pilot as a stream and writes them as one evidence file, which is there whole or not at all.
 * @throws PilotError for what cannot be read; EvidenceError for what cannot be written
 */
export async function readExports(
  paths: readonly string[],
  mapping: PilotColumns,
  options: ReadExportsOptions,
): Promise<ReadExports> {
  const { evidence, tokens, signal } = options;
  const planned = await plan(paths, mapping.exports);
  const compared = comparedBy(planned.map(({ rule }) => rule));
  const { stack, countries, offices } = mapping;
  const context: PilotContext = { stack, countries, offices, tokens, compared };
  if (existsSync(evidence)) throw exists(evidence);
  const folder = await mkdtemp(join(dirname(evidence), '.corridor-exports-')).catch((cause: unknown) => {
    throw notWritable(evidence, cause);
  });
  const unfinished = join(folder, 'exchange.ndjson');
  const writer = await ExchangeWriter.open(unfinished);
  try {
    const files: ReadFile[] = [];
    for (const one of planned) files.push(await readFile(one, context, writer, options));
    await writer.close();
    signal?.throwIfAborted();
    // What names people is for nobody else on this machine.
    if (!tokens) await chmod(unfinished, 0o600);
    await rename(unfinished, evidence);
    return { files, compared };
  } catch (cause) {
    await writer.close().catch(() => undefined);
    if (!signal?.aborted) throw cause;
    throw new PilotError('INTERRUPTED', 'Interrupted: no evidence was written.', 'Run it again.', { cause });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A folder that is not there, or not ours, is a slip of who named it; a full disk is not. */
function notWritable(path: string, cause: unknown): Error {
  const fault = writeFault(path, cause);
  if (fault.code !== 'NOT_WRITABLE') return fault;
  const seen = fault.message.replace(` ${fault.hint}`, '');
  return new PilotError('EVIDENCE_NOT_WRITABLE', seen, fault.hint, { cause: fault });
}

const exists = (path: string): PilotError =>
  new PilotError(
    'EVIDENCE_EXISTS',
    `Failed to write the evidence ${path}: there is such a file.`,
    'Choose another name; evidence is never written over.',
  );

/** Which rule reads which file; a file named twice is read once. */
async function plan(paths: readonly string[], rules: readonly ExportRule[]): Promise<Planned[]> {
  const planned = new Map<string, Planned>();
  for (const path of paths) {
    const file = basename(path);
    const rule = rules.find(({ files }) => files.some((pattern) => fits(pattern, file)));
    const seen = await stat(path).catch((cause: NodeJS.ErrnoException) => cause);
    if (seen instanceof Error)
      throw new PilotError(
        'EXPORT_NOT_READ',
        `Failed to read the export ${path}: ${seen.code ?? 'unknown fault'}.`,
        'Give the path of a CSV, JSON or NDJSON file that this user may read.',
        { cause: seen },
      );
    if (!rule) throw notMapped(file, rules);
    planned.set(await realpath(path), { path, file, rule });
  }
  return [...planned.values()];
}

const notMapped = (file: string, rules: readonly ExportRule[]): PilotError =>
  new PilotError(
    'EXPORT_NOT_MAPPED',
    `Failed to read ${file}: the mapping says nothing of it; it knows ${rules
      .flatMap(({ files }) => files)
      .map(quote)
      .join(', ')}.`,
    'Add an entry under exports whose files fit its name.',
  );

/** `*` any text, `?` one character; without regard to case, as file systems of offices. */
function fits(pattern: string, file: string): boolean {
  const [wanted, found] = [[...pattern.toLowerCase()], [...file.toLowerCase()]];
  // How far both are, and where the last star took over: a pattern of many stars is tried once, not in all ways.
  let [at, of, star, from] = [0, 0, -1, 0];
  while (of < found.length) {
    if (wanted[at] === '*') [star, from] = [at++, of];
    else if (wanted[at] === '?' || wanted[at] === found[of]) [at, of] = [at + 1, of + 1];
    else if (star >= 0) [at, of] = [star + 1, ++from];
    else return false;
  }
  return wanted.slice(at).every((one) => one === '*');
}

async function readFile(
  { path, file, rule }: Planned,
  context: PilotContext,
  writer: ExchangeWriter,
  { skipBadRows = false, signal, onRows }: ReadExportsOptions,
): Promise<ReadFile> {
  const opened = await openExport(path, file, rule);
  const counted = { rows: 0, ignored: 0, bad: 0, badRows: [] as string[] };
  try {
    const composer = new RecordComposer(rule, opened.bind, context);
    for await (const row of opened.rows) {
      signal?.throwIfAborted();
      const fault = take(row, composer, writer, counted);
      if (fault) {
        const refusal = rowRefused(file, row.line, fault);
        if (!skipBadRows) throw refusal;
        counted.bad += 1;
        if (counted.badRows.length < TOLD_ROWS) counted.badRows.push(refusal.message);
      }
      const wait = writer.ready();
      if (wait !== undefined) {
        onRows?.(file, counted.rows);
        await wait;
      }
      if (writer.failure) throw writer.failure;
    }
  } finally {
    await opened.close();
  }
  if (counted.bad > counted.rows + counted.ignored) throw mostlyBad(file, counted);
  return { file, ...counted };
}

function take(
  { row, fault }: FileRow,
  composer: RecordComposer,
  writer: ExchangeWriter,
  counted: { rows: number; ignored: number },
): RowFault | undefined {
  if (fault) return fault;
  try {
    const record = composer.record(row);
    if (record) {
      writer.append(record);
      counted.rows += 1;
    } else counted.ignored += 1;
    return undefined;
  } catch (cause) {
    if (cause instanceof RowFault) return cause;
    throw cause;
  }
}

const mostlyBad = (file: string, { bad, badRows }: { bad: number; badRows: readonly string[] }): PilotError =>
  new PilotError(
    'ROW_REFUSED',
    `Failed to read ${file}: ${bad} rows cannot be read, more than can. ${badRows[0] ?? ''}`,
    'The mapping is not that of this file: correct it.',
  );
