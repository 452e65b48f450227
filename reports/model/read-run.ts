import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRemarks } from '../evidence/remarks.ts';
import { type RunSummary, runSummary } from '../evidence/run.ts';
import { countVerdicts, graverVerdict, verdictOfCounts } from '../evidence/verdict.ts';
import { ReportError } from '../failure.ts';
import { withAssumptions } from './assumptions.ts';
import { coverRequirements } from './coverage.ts';
import { holdAgainst, readExpectedFailuresOf } from './expectations.ts';
import { indexGherkin } from './gherkin-text.ts';
import type { FileEnd } from './read-lines.ts';
import { readMessages } from './read-messages.ts';
import { readTraffic } from './read-traffic.ts';
import type { EvidenceNote, ExchangeModel, RequirementRow, RunModel, ScenarioModel } from './run-model.ts';
import { type ReadScenario, readScenario } from './scenario.ts';

/**
 * Reads a run folder (`run.json`, `messages.ndjson`, `exchange.ndjson`) into what renderers need. A run that was
 * interrupted is read as far as it got, and says so in `notes`.
 * @param rows the requirements register, in its order
 * @throws ReportError, EvidenceError when the folder is no run, or its files were damaged elsewhere than at the end
 */
export async function readRun(folder: string, rows: readonly RequirementRow[] = []): Promise<RunModel> {
  const run = await readSummary(folder);
  const messagesEnd: FileEnd = { absent: false };
  const messages = await readMessages(join(folder, 'messages.ndjson'), messagesEnd);
  const index = indexGherkin(messages.documents);
  const read = messages.cases.map((recorded) => readScenario(recorded, index));
  const traffic = await readTraffic(folder, run, read);
  const scenarios = read.map(({ scenario }, at) =>
    withTraffic(withAssumptions(scenario, rows), traffic.of[at] ?? []),
  );
  const counts = countVerdicts(scenarios.map(({ verdict }) => verdict));
  const complete = run.state === 'complete' && messages.notStarted === 0;
  const found = verdictOfCounts(counts, complete);
  const verdict = run.state === 'running' ? found : graverVerdict(found, run.verdict);
  const notes: EvidenceNote[] = [
    ...(complete ? [] : [{ kind: 'interrupted', notStarted: messages.notStarted } as const]),
    ...endNotes('messages.ndjson', messagesEnd),
    ...traffic.notes,
    ...(rows.length === 0 ? [{ kind: 'no-register' } as const] : []),
    ...(run.state === 'complete' && run.verdict !== found
      ? [{ kind: 'verdict-differs', recorded: run.verdict } as const]
      : []),
  ];
  const requirements = coverRequirements(rows, scenarios);
  const remarks = await readRemarks(folder);
  const list = await readExpectedFailuresOf(folder);
  const { unexpected, count } = traffic;
  return {
    ...{ folder, run, verdict, counts, scenarios, requirements, unexpected, exchangeCount: count, notes },
    remarks,
    ...(list && { expectations: holdAgainst(list, scenarios) }),
  };
}

async function readSummary(folder: string): Promise<RunSummary> {
  const path = join(folder, 'run.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const hint = 'Give a run folder: corridor verify writes one under reports/runs/ and prints its name.';
    throw new ReportError('RUN_NOT_FOUND', `Failed to open the run: found no ${path}.`, hint, { cause });
  }
  try {
    return runSummary.parse(JSON.parse(text));
  } catch (cause) {
    const hint =
      'The run was written by another version of corridor, or the file was changed: run the campaign again.';
    throw new ReportError(
      'NOT_A_RUN',
      `Failed to read ${path}: it is not of the shape corridor-run/1.`,
      hint,
      { cause },
    );
  }
}

function withTraffic(scenario: ReadScenario['scenario'], exchanges: readonly ExchangeModel[]): ScenarioModel {
  return { ...scenario, exchanges, seats: [...new Set(exchanges.flatMap(({ from, to }) => [from, to]))] };
}

function endNotes(file: string, end: FileEnd): EvidenceNote[] {
  if (end.absent) return [{ kind: 'absent', file }];
  return end.torn === undefined ? [] : [{ kind: 'torn', file, line: end.torn }];
}
