import type { RequirementRow } from './run-model.ts';

/** Whether a requirement rests on an assumption: its source says so. */
export const isAssumed = ({ source }: Pick<RequirementRow, 'source'>): boolean => /assumption/i.test(source);

interface Resting {
  readonly requirements: readonly string[];
  readonly assumptions: readonly string[];
}

/** The scenario with all that it rests on: what its own text assumes, then the requirements whose source does. */
export function withAssumptions<Scenario extends Resting>(
  scenario: Scenario,
  rows: readonly RequirementRow[],
): Scenario {
  const sources = rows
    .filter((row) => scenario.requirements.includes(row.id) && isAssumed(row))
    .map(({ id, source }) => `${id} : ${source}`);
  return { ...scenario, assumptions: [...scenario.assumptions, ...sources] };
}
