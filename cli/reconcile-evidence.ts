import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEFAULT_RUNS } from '../features/support/run-plan.ts';
import { shellWord } from '../reports/evidence/shell-word.ts';
import { exitCodeOf } from '../reports/evidence/verdict.ts';
import { reconcile } from '../reports/reconcile/reconcile.ts';
import { ReconcileError } from '../reports/reconcile/reconcile-error.ts';
import {
  failedReconciliation,
  RECONCILIATION_FILE,
  type Reconciliation,
} from '../reports/reconcile/reconciliation.ts';
import { booksLines, figureLines } from '../reports/renderers/books-console.ts';
import { catalogue } from '../reports/renderers/catalogue.ts';
import { glyphs } from '../reports/renderers/glyphs.ts';
import { writeWhole } from '../reports/write-reports.ts';
import { describeFailure } from './failure.ts';
import { type Format, type Io, line } from './io.ts';
import {
  type ExportOptions,
  exportLines,
  insistOnColumns,
  type PilotEvidence,
  pilotEvidence,
} from './reconcile-exports.ts';
import { runIds } from './run-folder.ts';
import { stageLine } from './run-progress.ts';

export interface ReconcileOptions extends ExportOptions {
  readonly underWay: boolean;
  readonly chain: boolean;
  readonly runs: string;
  readonly format: Format;
}

/** A path as it stands, or a run by its id, or the last one. */
function pathOf(named: string, runs: string, cwd: string): string {
  const here = resolve(cwd, named);
  if (existsSync(here)) return here;
  const all = resolve(cwd, runs);
  const run = join(all, named === 'last' ? (runIds(all, ['run.json', 'load.json']).at(-1) ?? named) : named);
  return existsSync(run) ? run : here;
}

/** Reconciles what was named, prints the result; returns the exit code. */
export async function reconcileEvidence(
  evidence: readonly string[],
  options: ReconcileOptions,
  io: Io,
): Promise<number> {
  const { underWay, chain, runs, format, columns } = options;
  insistOnColumns(options);
  const progress = await stageLine(io, format === 'json');
  try {
    const onRows = (file: string, rows: number) => progress.say(`lecture de ${file} · ${rows} lignes`);
    await using pilot =
      columns === undefined ? undefined : await pilotEvidence(evidence, columns, options, io, onRows);
    const paths = pilot ? [pilot.path] : evidence.map((named) => pathOf(named, runs, io.cwd));
    const { signal } = io;
    const books = await reconcile(paths, { underWay, chain, signal, onStage: progress.show }).catch(
      (error: unknown) => {
        throw pilot ? error : perhapsAnExport(error, evidence);
      },
    );
    progress.stop();
    if (format === 'json') line(io.stdout, JSON.stringify(pilot ? { ...books, exports: pilot.read } : books));
    else
      line(io.stdout, [...textOf(books, pilot, options), '', lastLine(books, evidence, options)].join('\n'));
    return exitCodeOf(books.verdict);
  } finally {
    progress.stop();
  }
}

/** What is no evidence, and named like a table, is an export for which the mapping was forgotten. */
function perhapsAnExport(error: unknown, evidence: readonly string[]): unknown {
  const table = evidence.find((named) => /\.(?:csv|tsv|txt|json)$/i.test(named));
  if (table === undefined || !(error instanceof ReconcileError) || error.code !== 'NOT_A_RECORD')
    return error;
  const hint = 'Of an export of a pilot say how its columns map: --columns FILE (docs/guides/pilote.md).';
  return new ReconcileError('NOT_A_RECORD', error.message, hint, { cause: error });
}

const textOf = (
  books: Reconciliation,
  pilot: PilotEvidence | undefined,
  options: ReconcileOptions,
): string[] => [
  ...booksLines(books, catalogue.fr),
  ...figureLines(books, catalogue.fr),
  ...(pilot ? exportLines(pilot, options) : []),
];

const lastLine = (
  { verdict }: Reconciliation,
  evidence: readonly string[],
  options: ReconcileOptions,
): string =>
  `${glyphs[verdict]} ${catalogue.fr.verdict[verdict].toUpperCase()}   ${replayOf(evidence, options)}`;

/** The command that reconciles the same again. */
export function replayOf(evidence: readonly string[], options: ReconcileOptions): string {
  const { underWay, chain, runs, columns, tokenKey, keepIdentifiers, skipBadRows } = options;
  const words = [
    'corridor reconcile',
    ...evidence.map(shellWord),
    columns !== undefined && `--columns ${shellWord(columns)}`,
    tokenKey !== undefined && `--token-key ${shellWord(tokenKey)}`,
    keepIdentifiers && '--keep-identifiers',
    skipBadRows && '--skip-bad-rows',
    underWay && '--under-way',
    chain && '--chain',
    runs !== DEFAULT_RUNS && `--runs ${shellWord(runs)}`,
  ];
  return words.filter(Boolean).join(' ');
}

/**
 * Ends a run: its books are reconciled and the result left in its folder, for every report of it. A fault of ours is a
 * result too, never silent.
 */
export async function reconcileRun(runDir: string, quiet: boolean, io: Io): Promise<void> {
  const progress = await stageLine(io, quiet);
  const books = await reconcile([runDir], { onStage: progress.show })
    .catch((error: unknown) => {
      const { message, hint } = describeFailure(error);
      return failedReconciliation(`${message} ${hint}`);
    })
    .finally(progress.stop);
  await writeWhole(join(runDir, RECONCILIATION_FILE), `${JSON.stringify(books)}\n`);
}
