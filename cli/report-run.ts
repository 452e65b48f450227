import { join } from 'node:path';
import { readRequirements } from '../profile/export/requirements.ts';
import { renderConsole } from '../reports/renderers/console.ts';
import { writeReports } from '../reports/write-reports.ts';
import { exitCodeOfRun } from './exit-code.ts';
import type { Io } from './io.ts';
import { runFolder } from './run-folder.ts';

export interface ReportOptions {
  readonly lang: 'fr' | 'en';
  readonly runs: string;
}

/** Writes the reports of a run again from its evidence. */
export async function rewriteReports(run: string, options: ReportOptions, io: Io) {
  const folder = runFolder(run, options.runs, io);
  const model = await writeReports(folder, readRequirements());
  const files = ['report.html', 'junit.xml'].map((name) => join(folder, name));
  return {
    text: renderConsole(model, { colour: io.stdout.isTTY === true, language: options.lang }),
    machine: { runId: model.run.runId, verdict: model.verdict, runDir: folder, files },
    exitCode: exitCodeOfRun(model),
  };
}
