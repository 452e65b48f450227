import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Requirement } from '../../profile/export/requirements.ts';
import { writeFault } from '../../reports/evidence/evidence-error.ts';
import type { RunSummary } from '../../reports/evidence/run.ts';
import type { EndedScenario } from './run-context.ts';

/** Writes `run.json` so that a reader never sees half of it. */
export async function writeRunFile(folder: string, summary: RunSummary): Promise<void> {
  const path = join(folder, 'run.json');
  const beside = `${path}.part`;
  try {
    await writeFile(beside, `${JSON.stringify(summary, null, 2)}\n`);
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw writeFault(path, cause);
  }
}

/** A requirement is covered when a run judged at least one observation for or against it. */
export function coverageOf(
  ended: readonly EndedScenario[],
  register: readonly Requirement[],
): RunSummary['requirements'] {
  const judged = ended
    .flatMap(({ findings }) => findings)
    .filter(({ verdict }) => verdict === 'pass' || verdict === 'fail');
  const reasoned = register.filter(({ reason }) => reason !== '').length;
  return {
    total: register.length,
    reasoned,
    covered: new Set(judged.map(({ requirement }) => requirement)).size,
  };
}

export interface Failure {
  readonly scenario: string;
  readonly requirement: string;
  readonly expected: string;
  readonly observed: string;
}

/** What was not as required, scenario by scenario. */
export const failuresOf = (ended: readonly EndedScenario[]): Failure[] =>
  ended.flatMap(({ id, findings }) =>
    findings
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ requirement, expected, observed }) => ({ scenario: id, requirement, expected, observed })),
  );
