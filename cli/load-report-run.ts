import { join, resolve } from 'node:path';
import { exitCodeOf } from '../reports/evidence/verdict.ts';
import { LOAD_REPORTS, writeLoadReport } from '../reports/load/write-load-report.ts';
import { renderLoadConsole } from '../reports/renderers/load-console.ts';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';
import type { ReportOptions, ReportsWritten } from './report-run.ts';
import { stageLine } from './run-progress.ts';

/** Writes the report of a load run again, or one of the parts that several sites sent. */
export async function rewriteLoadReport(
  folders: readonly string[],
  { lang, out, quiet }: ReportOptions,
  io: Io,
): Promise<ReportsWritten> {
  const [first = ''] = folders;
  const runDir = out === undefined ? first : resolve(io.cwd, out);
  insistOnOtherPlace(folders, out === undefined ? undefined : runDir);
  const progress = await stageLine(io, quiet);
  const result = await writeLoadReport(folders, runDir, {
    signal: io.signal,
    onStage: progress.show,
  }).finally(progress.stop);
  const { verdict, runs } = result;
  const runId = runs.map((run) => run.runId).join('+');
  return {
    text: renderLoadConsole(result, { colour: io.stdout.isTTY === true, language: lang }),
    machine: { runId, verdict, runDir, files: LOAD_REPORTS.map((name) => join(runDir, name)) },
    exitCode: exitCodeOf(verdict),
  };
}

/** The report of all parts must not stand where that of one of them is. */
function insistOnOtherPlace(folders: readonly string[], out: string | undefined): void {
  if (folders.length === 1 || (out !== undefined && !folders.includes(out))) return;
  throw new UsageError(
    'NO_OUT',
    `Failed to make one report of ${folders.length} load runs: ${out === undefined ? 'no --out' : `--out is ${out}, one of them`}.`,
    'Give --out a folder of its own.',
  );
}
