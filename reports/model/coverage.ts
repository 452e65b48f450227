import type { Verdict } from '../evidence/run.ts';
import type { CoverageStatus, RequirementModel, RequirementRow, ScenarioModel } from './run-model.ts';

const gravest: readonly Verdict[] = ['fail', 'error', 'inconclusive', 'pass', 'not-applicable'];

type Cited = Omit<ScenarioModel, 'exchanges' | 'seats'>;

/**
 * What the run says of each requirement: the gravest of the findings about it. Without a finding: why, or that it
 * was cited and never judged, or that no scenario cites it. Unknown ids that scenarios cite come last, marked.
 */
export function coverRequirements(
  rows: readonly RequirementRow[],
  scenarios: readonly Cited[],
): RequirementModel[] {
  const cited = new Map<string, { id: string; verdict: Verdict; judged: boolean }[]>();
  for (const scenario of scenarios) {
    for (const requirement of scenario.requirements) {
      const entry = { id: scenario.id, ...sayOf(scenario, requirement) };
      cited.set(requirement, [...(cited.get(requirement) ?? []), entry]);
    }
  }
  const known = new Set(rows.map(({ id }) => id));
  const unknown = [...cited.keys()].filter((id) => !known.has(id)).sort();
  return [...rows, ...unknown.map(unknownRow)].map((row) => {
    const by = cited.get(row.id) ?? [];
    return {
      ...row,
      seats: row.seat.split(/[\s,;|]+/).filter(Boolean),
      status: statusOf(row, by),
      scenarios: by.map(({ id, verdict }) => ({ id, verdict })),
      ...(known.has(row.id) ? {} : { unknown: true }),
    };
  });
}

/** What one scenario says of one requirement: its findings about it, else its own verdict. */
function sayOf(scenario: Cited, requirement: string): { verdict: Verdict; judged: boolean } {
  const own = scenario.findings.filter((finding) => finding.requirement === requirement);
  const worst = gravest.find((verdict) => own.some((finding) => finding.verdict === verdict));
  if (worst === undefined) return { verdict: scenario.verdict, judged: false };
  // A scenario that broke after a green finding has not shown what it set out to show.
  const broke = worst === 'pass' && (scenario.verdict === 'error' || scenario.verdict === 'inconclusive');
  return { verdict: broke ? scenario.verdict : worst, judged: true };
}

function statusOf(row: RequirementRow, by: readonly { verdict: Verdict; judged: boolean }[]): CoverageStatus {
  const judged = by.filter((entry) => entry.judged);
  const worst = gravest.find((verdict) => judged.some((entry) => entry.verdict === verdict));
  if (worst !== undefined) return worst;
  if (by.some(({ verdict }) => verdict === 'error')) return 'error';
  if (by.some(({ verdict }) => verdict === 'inconclusive')) return 'inconclusive';
  if (by.length > 0)
    return by.every(({ verdict }) => verdict === 'not-applicable') ? 'not-applicable' : 'unjudged';
  return row.reason ? 'reasoned' : 'missing';
}

const unknownRow = (id: string): RequirementRow => ({
  id,
  level: '',
  seat: '',
  class: '',
  clause: '',
  fr: '',
  en: '',
  source: '',
});
