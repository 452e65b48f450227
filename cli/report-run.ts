import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRequirements } from '../profile/export/requirements.ts';
import { exitCodeOf } from '../reports/evidence/verdict.ts';
import { renderConsole } from '../reports/renderers/console.ts';
import { writeReports } from '../reports/write-reports.ts';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';

export interface ReportOptions {
  readonly lang: 'fr' | 'en';
  readonly runs: string;
}

const isRun = (folder: string): boolean => existsSync(join(folder, 'run.json'));

/** The folder of a run given by path, by id, or as `last`. Run ids begin with their instant, so they sort by time. */
function runFolder(run: string, { runs }: ReportOptions, io: Io): string {
  const all = resolve(io.cwd, runs);
  const ids = existsSync(all)
    ? readdirSync(all)
        .filter((id) => isRun(join(all, id)))
        .sort()
    : [];
  const candidates =
    run === 'last' ? ids.slice(-1).map((id) => join(all, id)) : [resolve(io.cwd, run), join(all, run)];
  const found = candidates.find(isRun);
  if (found) return found;
  throw new UsageError(
    'RUN_NOT_FOUND',
    `Failed to find the run "${run}": no run.json in ${candidates.join(' or ') || all}.`,
    ids.length > 0 ? `The last runs are: ${ids.slice(-5).join(', ')}.` : 'Make one with corridor verify.',
  );
}

/** Writes the reports of a run again from its evidence. */
export async function rewriteReports(run: string, options: ReportOptions, io: Io) {
  const folder = runFolder(run, options, io);
  const model = await writeReports(folder, readRequirements());
  const files = ['report.html', 'junit.xml'].map((name) => join(folder, name));
  return {
    text: renderConsole(model, { colour: io.stdout.isTTY === true, language: options.lang }),
    machine: { runId: model.run.runId, verdict: model.verdict, runDir: folder, files },
    exitCode: exitCodeOf(model.verdict),
  };
}
