import type { JudgedFinding } from '../../reports/evidence/run.ts';
import type { Observation } from '../checks/check.ts';
import { HarnessError } from './errors.ts';

/** One finding for each requirement that an observation speaks for: its own, else those that the scenario cites. */
export function findingsOf(observation: Observation, cited: readonly string[]): JudgedFinding[] {
  const { ok, requirement, ...seen } = observation;
  const requirements = requirement === undefined ? cited : [requirement];
  if (requirements.length === 0)
    throw new HarnessError(
      'NO_REQUIREMENT',
      'Le scénario ne cite aucune exigence.',
      'Mettez une étiquette @XXX-000.',
    );
  return requirements.map((id) => ({ requirement: id, verdict: ok ? 'pass' : 'fail', ...seen }));
}

/** All findings of one call to `judge`; a check that looked at nothing is our fault. */
export function allFindingsOf(
  observations: readonly Observation[],
  cited: readonly string[],
): JudgedFinding[] {
  if (observations.length > 0) return observations.flatMap((observation) => findingsOf(observation, cited));
  throw new HarnessError(
    'NOTHING_JUDGED',
    "La vérification n'a rien regardé.",
    'Un contrôle rend au moins une observation.',
  );
}
