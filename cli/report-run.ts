import { join } from 'node:path';
import { readRequirements } from '../profile/export/requirements.ts';
import { isLoadRun } from '../reports/load/read-load-run.ts';
import { renderConsole } from '../reports/renderers/console.ts';
import { writeReports } from '../reports/write-reports.ts';
import { exitCodeOfRun } from './exit-code.ts';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';
import { runFolder } from './run-folder.ts';

export interface ReportOptions {
  readonly lang: 'fr' | 'en';
  readonly runs: string;
  /** Where the report of load runs goes; without it, into the folder of the one run. */
  readonly out?: string;
  /** Say nothing of progress. */
  readonly quiet: boolean;
}

/** What the command says, for people and for machines. */
export interface ReportsWritten {
  readonly text: string;
  readonly machine: object;
  readonly exitCode: number;
}

/** Writes the reports of a run again from its evidence, or one report of the parts of a load. */
export async function rewriteReports(
  runs: readonly string[],
  options: ReportOptions,
  io: Io,
): Promise<ReportsWritten> {
  const folders = runs.map((run) => runFolder(run, options.runs, io, ['run.json', 'load.json']));
  const [first = ''] = folders;
  if (folders.every(isLoadRun)) {
    const { rewriteLoadReport } = await import('./load-report-run.ts');
    return rewriteLoadReport(folders, options, io);
  }
  if (folders.length > 1 || options.out !== undefined)
    throw notLoad(folders.find((folder) => !isLoadRun(folder)) ?? first);
  const model = await writeReports(first, readRequirements());
  const files = ['report.html', 'junit.xml'].map((name) => join(first, name));
  return {
    text: renderConsole(model, { colour: io.stdout.isTTY === true, language: options.lang }),
    machine: { runId: model.run.runId, verdict: model.verdict, runDir: first, files },
    exitCode: exitCodeOfRun(model),
  };
}

const notLoad = (folder: string): UsageError =>
  new UsageError(
    'NOT_LOAD_RUNS',
    `Failed to make one report of several runs: ${folder} is no load run.`,
    'Several runs, and --out, are for the parts of one load; give other runs one at a time, without --out.',
  );
