import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ReportError } from '../failure.ts';
import type { ScenarioModel } from './run-model.ts';

/** Name of the list in a run folder. */
export const EXPECTED_FAILURES_FILE = 'expected-failures.json';

/** A failure that is known and accepted for now, by whom, why, and since when. */
export const expectedFailure = z.strictObject({
  /** Stable id of a scenario, as reports show it. */
  scenario: z.string().min(1).max(500),
  /** Only these requirements may be red in it; without the list, any. */
  requirements: z
    .array(z.string().regex(/^[A-Z]{3}-[0-9]{3}$/))
    .min(1)
    .optional(),
  reason: z.string().trim().min(1).max(2_000),
  author: z.string().trim().min(1).max(120),
  since: z.iso.date(),
});
export type ExpectedFailure = z.infer<typeof expectedFailure>;

/** What became of the failures that were expected. The verdict of the run stays what was observed. */
export interface Expectations {
  /** Red as expected. */
  readonly expected: readonly ExpectedFailure[];
  /** Expected to fail, and passed: the list must be mended, so this is red. */
  readonly startedToPass: readonly ExpectedFailure[];
  /** Ids of scenarios that are red and not on the list, or red for a requirement that it does not name. */
  readonly unexpected: readonly string[];
  /** On the list, and not judged in this run. */
  readonly notJudged: readonly ExpectedFailure[];
}

type Judged = Pick<ScenarioModel, 'id' | 'verdict' | 'findings'>;

/** Holds a run against a list of expected failures. */
export function holdAgainst(list: readonly ExpectedFailure[], scenarios: readonly Judged[]): Expectations {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const known = new Map(list.map((entry) => [entry.scenario, entry]));
  const verdictOf = ({ scenario }: ExpectedFailure) => byId.get(scenario)?.verdict;
  const isExpected = (scenario: Judged): boolean => covers(known.get(scenario.id), scenario);
  return {
    expected: list.filter((entry) => {
      const scenario = byId.get(entry.scenario);
      return scenario?.verdict === 'fail' && isExpected(scenario);
    }),
    startedToPass: list.filter((entry) => verdictOf(entry) === 'pass'),
    unexpected: scenarios
      .filter((scenario) => scenario.verdict === 'fail' && !isExpected(scenario))
      .map(({ id }) => id),
    notJudged: list.filter((entry) => !['pass', 'fail'].includes(verdictOf(entry) ?? '')),
  };
}

/** Whether an entry allows all that is red in a scenario. */
const covers = (entry: ExpectedFailure | undefined, { findings }: Judged): boolean =>
  entry !== undefined &&
  (entry.requirements === undefined ||
    findings
      .filter(({ verdict }) => verdict === 'fail')
      .every(({ requirement }) => entry.requirements?.includes(requirement)));

/** Whether a run went as its list of expected failures says. */
export const wentAsExpected = ({ startedToPass, unexpected }: Expectations): boolean =>
  startedToPass.length === 0 && unexpected.length === 0;

/** The list that a run was started with, from its folder; undefined when there was none. @throws ReportError */
export async function readExpectedFailuresOf(
  folder: string,
): Promise<readonly ExpectedFailure[] | undefined> {
  const path = join(folder, EXPECTED_FAILURES_FILE);
  try {
    return z.array(expectedFailure).parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const hint = 'The file was changed: restore it, or take it away and report the run without it.';
    throw new ReportError('NOT_A_RUN', `Failed to read ${path}: it is no list of expected failures.`, hint, {
      cause,
    });
  }
}
