import type { Requirement } from '../../profile/export/requirements.ts';

/** What the check needs of a deviation of the stack. */
export interface DeviationClaim {
  readonly name: string;
  readonly violates: readonly string[];
  /** It shows only under load: no scenario can turn red by it. */
  readonly underLoad?: unknown;
}

/**
 * Judged MUSTs of the hub that no deviation violates in peace: nobody has shown that their scenarios can fail. And claims that
 * nobody can see: of requirements that no scenario judges, or that are not the hub's.
 */
export function deviationProblems(
  requirements: readonly Requirement[],
  deviations: readonly DeviationClaim[],
): string[] {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  const quiet = deviations.filter(({ underLoad }) => !underLoad);
  const violated = new Set(quiet.flatMap(({ violates }) => violates));
  const owing = requirements.filter(
    ({ id, level, seat, reason }) => level === 'MUST' && seat === 'hub' && reason === '' && !violated.has(id),
  );
  return [
    ...owing.map(({ id, fr }) => `${id} has no deviation that violates it: ${fr}`),
    ...deviations.flatMap(({ name, violates }) =>
      violates.length === 0
        ? [`deviation ${name} names no requirement`]
        : violates.flatMap((id) => claimProblem(name, id, byId.get(id))),
    ),
  ];
}

function claimProblem(name: string, id: string, requirement: Requirement | undefined): string[] {
  if (!requirement) return [`deviation ${name} violates ${id}, which is not in the register`];
  if (requirement.seat !== 'hub') return [`deviation ${name} violates ${id}, which is not the hub's`];
  if (requirement.reason !== '') return [`deviation ${name} violates ${id}, which no scenario judges yet`];
  return [];
}
