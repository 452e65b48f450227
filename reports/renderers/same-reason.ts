import type { ScenarioModel } from '../model/run-model.ts';

/**
 * Scenarios that ended alike for one and the same reason, together, in the order of their first; one with a finding of its own
 * stands alone.
 */
export function bySameReason(scenarios: readonly ScenarioModel[]): (readonly ScenarioModel[])[] {
  const groups = new Map<string, ScenarioModel[]>();
  for (const scenario of scenarios) {
    const { id, verdict, reason, findings } = scenario;
    const isAlone = reason === undefined || findings.some((finding) => finding.verdict !== 'pass');
    const key = JSON.stringify(isAlone ? [verdict, id] : [verdict, undefined, reason]);
    const group = groups.get(key);
    if (group) group.push(scenario);
    else groups.set(key, [scenario]);
  }
  return [...groups.values()];
}
