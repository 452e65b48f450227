import { type Requirement, requirementFamilies } from '../requirements.ts';
import { page, table } from './markdown.ts';

const header = ['id', 'level', 'seat', 'class', 'clause', 'français', 'English', 'source', 'not tested yet'];

const rowOf = (r: Requirement): string[] => [
  r.id,
  r.level,
  r.seat,
  r.class,
  r.clause,
  r.fr,
  r.en,
  r.source,
  r.reason,
];

/** `requirements.md`: the register, family by family. */
export function requirementsPage(requirements: readonly Requirement[]): string {
  const families = Object.entries(requirementFamilies).map(([family, { fr, en }]) => {
    const rows = requirements.filter(({ id }) => id.startsWith(`${family}-`));
    return [`## ${family}: ${en} (${fr})`, table(header, rows.map(rowOf))].join('\n\n');
  });
  const tested = requirements.filter(({ reason }) => reason === '').length;
  return page(
    '# Requirements (exigences)',
    `${requirements.length} requirements, ${tested} of them tested by scenarios of this version; the last column says why not. ` +
      'The register itself is `requirements.csv`. Ids are stable for ever. `seat`: who must do it; `customs` is any national ' +
      'customs system.',
    ...families,
  );
}
