import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEFAULT_RUNS } from '../features/support/run-plan.ts';
import { shellWord } from '../reports/evidence/shell-word.ts';
import { exitCodeOf } from '../reports/evidence/verdict.ts';
import { reconcile } from '../reports/reconcile/reconcile.ts';
import { failedReconciliation, RECONCILIATION_FILE } from '../reports/reconcile/reconciliation.ts';
import { booksLines, figureLines } from '../reports/renderers/books-console.ts';
import { catalogue } from '../reports/renderers/catalogue.ts';
import { glyphs } from '../reports/renderers/glyphs.ts';
import { writeWhole } from '../reports/write-reports.ts';
import { describeFailure } from './failure.ts';
import { type Format, type Io, line } from './io.ts';
import { runIds } from './run-folder.ts';
import { stageLine } from './run-progress.ts';

export interface ReconcileOptions {
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
  const run = join(all, named === 'last' ? (runIds(all).at(-1) ?? named) : named);
  return existsSync(run) ? run : here;
}

/** Reconciles what was named, prints the result; returns the exit code. */
export async function reconcileEvidence(
  evidence: readonly string[],
  options: ReconcileOptions,
  io: Io,
): Promise<number> {
  const { underWay, chain, runs, format } = options;
  const progress = await stageLine(io, format === 'json');
  const paths = evidence.map((named) => pathOf(named, runs, io.cwd));
  const books = await reconcile(paths, {
    underWay,
    chain,
    signal: io.signal,
    onStage: progress.show,
  }).finally(progress.stop);
  const texts = catalogue.fr;
  if (format === 'json') line(io.stdout, JSON.stringify(books));
  else {
    const last = `${glyphs[books.verdict]} ${texts.verdict[books.verdict].toUpperCase()}   ${replayOf(evidence, options)}`;
    line(io.stdout, [...booksLines(books, texts), ...figureLines(books, texts), '', last].join('\n'));
  }
  return exitCodeOf(books.verdict);
}

/** The command that reconciles the same again. */
export function replayOf(evidence: readonly string[], { underWay, chain, runs }: ReconcileOptions): string {
  const words = [
    'corridor reconcile',
    ...evidence.map(shellWord),
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
