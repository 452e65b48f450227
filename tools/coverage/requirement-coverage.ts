import type { Requirement } from '../../profile/export/requirements.ts';
import type { Scenario, SourceText } from './specification.ts';

/** Requirements without scenario or reason, scenarios without requirement, ids that nobody knows. */
export function requirementProblems(
  requirements: readonly Requirement[],
  scenarios: readonly Scenario[],
): string[] {
  const known = new Set(requirements.map(({ id }) => id));
  const cited = new Set(scenarios.flatMap((scenario) => scenario.requirements));
  return [
    ...requirements
      .filter(({ id, reason }) => !reason && !cited.has(id))
      .map(({ id, fr }) => `${id} has neither scenario nor reason: ${fr}`),
    ...requirements
      .filter(({ id, reason }) => reason && cited.has(id))
      .map(({ id }) => `${id} has a scenario and still a reason why not: empty the reason`),
    ...scenarios
      .filter((scenario) => scenario.requirements.length === 0)
      .map(({ place }) => `${place}: cites no requirement`),
    ...scenarios.flatMap(({ place, requirements: ids }) =>
      ids.filter((id) => !known.has(id)).map((id) => `${place}: cites ${id}, which is not in the register`),
    ),
  ];
}

const REQUIREMENT_ID = /'([A-Z]{3}-[0-9]{3})'/g;

/** Ids that other sources cite (deviations, checks) and the register does not hold. */
export function citationProblems(
  requirements: readonly Requirement[],
  sources: readonly SourceText[],
): string[] {
  const known = new Set(requirements.map(({ id }) => id));
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(REQUIREMENT_ID)]
      .map(([, id]) => id ?? '')
      .filter((id) => !known.has(id))
      .map((id) => `${path}: cites ${id}, which is not in the register`),
  );
}
