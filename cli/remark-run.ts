import { readRequirements } from '../profile/export/requirements.ts';
import { appendRemark, remark } from '../reports/evidence/remarks.ts';
import type { Verdict } from '../reports/evidence/run.ts';
import { readRun } from '../reports/model/read-run.ts';
import { writeReports } from '../reports/write-reports.ts';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';
import { runFolder } from './run-folder.ts';

export interface RemarkOptions {
  readonly scenario?: string;
  readonly author: string;
  readonly reason: string;
  readonly verdict?: Verdict;
  readonly runs: string;
}

/** Writes a remark beside the evidence of a run, and its reports again. The evidence and the verdict stay as they are. */
export async function addRemark(run: string, options: RemarkOptions, io: Io) {
  const folder = runFolder(run, options.runs, io);
  const { scenario = null, author, reason, verdict } = options;
  for (const [option, text] of Object.entries({ '--author': author, '--reason': reason }))
    if (text.trim() === '')
      throw new UsageError(
        'REMARK_NOT_VALID',
        `Found ${option} empty.`,
        'A remark has an author and a reason.',
      );
  const { run: summary, scenarios } = await readRun(folder);
  if (scenario !== null && !scenarios.some(({ id }) => id === scenario))
    throw new UsageError(
      'UNKNOWN_SCENARIO',
      `Failed to remark on "${scenario}": the run ${summary.runId} has no such scenario.`,
      'Take the id from the report of that run, or leave out --scenario to speak of the whole run.',
    );
  const written = remark.safeParse({
    at: new Date(io.now()).toISOString(),
    author,
    scenario,
    reason,
    evidence: Object.values(summary.exchanges.heads).join(' '),
    ...(verdict && { verdict }),
  });
  if (!written.success)
    throw new UsageError(
      'REMARK_NOT_VALID',
      `Failed to write the remark: ${written.error.issues[0]?.path.join('.')}: ${written.error.issues[0]?.message}.`,
      'Give --author (up to 120 characters) and --reason (up to 2000), neither empty.',
    );
  await appendRemark(folder, written.data);
  const { remarks } = await writeReports(folder, readRequirements());
  return { runId: summary.runId, runDir: folder, remarks };
}
