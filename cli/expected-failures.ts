import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  EXPECTED_FAILURES_FILE,
  type ExpectedFailure,
  expectedFailure,
} from '../reports/model/expectations.ts';
import { UsageError } from './failure.ts';
import { readYamlFile } from './yaml-file.ts';

const words = {
  code: 'EXPECTED',
  what: 'the expected failures',
  needs: 'at least one entry that begins with `- scenario:`',
  hint: 'Give a YAML list of entries with scenario, reason, author and since; docs/guides/lire-un-resultat.md shows one.',
};

/**
 * Reads a list of expected failures.
 * @param known ids of all scenarios: an entry about none of them would never be missed
 */
export async function readExpectedFailures(
  path: string,
  cwd: string,
  known: ReadonlySet<string>,
): Promise<readonly ExpectedFailure[]> {
  const list = readYamlFile(path, cwd, z.array(expectedFailure).min(1).max(1_000), words);
  const twice = list.find(({ scenario }, at) => list.findIndex((other) => other.scenario === scenario) < at);
  if (twice)
    throw new UsageError(
      'EXPECTED_TWICE',
      `Failed to read ${path}: "${twice.scenario}" stands there twice.`,
      'Keep one entry for each scenario; it may name several requirements.',
    );
  const stranger = list.find(({ scenario }) => !known.has(scenario));
  if (!stranger) return list;
  throw new UsageError(
    'UNKNOWN_SCENARIO',
    `Failed to read ${path}: no scenario is named "${stranger.scenario}".`,
    'Take the id from a report; when the scenario was renamed, mend the list.',
  );
}

/** Keeps the list in the run folder, so that reports made later show it too. */
export const keepExpectedFailures = (runDir: string, list: readonly ExpectedFailure[]): Promise<void> =>
  writeFile(join(runDir, EXPECTED_FAILURES_FILE), `${JSON.stringify(list, null, 2)}\n`);
