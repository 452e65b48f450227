import { catalogue } from '../renderers/catalogue.ts';
import { glyphs } from '../renderers/glyphs.ts';
import type { Comparison } from './compare-runs.ts';

const { verdict: names, coverage } = catalogue.fr;

/** What the comparison as a whole says, in one French sentence. */
export const sentenceOf = ({ verdict }: Pick<Comparison, 'verdict'>): string => sentences[verdict];

const sentences: Readonly<Record<Comparison['verdict'], string>> = {
  fail: 'La seconde campagne montre des non-conformités que la première ne montrait pas.',
  error: 'Notre banc s’est trompé dans la seconde campagne là où la première avait jugé.',
  inconclusive: 'La seconde campagne ne peut plus juger ce que la première avait jugé.',
  pass: 'La seconde campagne ne montre rien de plus grave que la première.',
};

/** One section of the comparison: a title and one line for each thing that changed. */
export interface ComparisonSection {
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly id: string }[];
}

/** The sections that have something to show, what is red first. Text is French, ids are those of reports. */
export function sectionsOf(comparison: Comparison): ComparisonSection[] {
  const { turned, appeared, disappeared, slower, requirements } = comparison;
  const line = ({ scenario, from, to }: Comparison['turned'][number]) => ({
    id: scenario,
    text: `${glyphs[from]} ${names[from]} → ${glyphs[to]} ${names[to]}`,
  });
  const sections: readonly (readonly [string, ComparisonSection['lines']])[] = [
    ['Devenus non conformes', turned.filter(({ to }) => to === 'fail').map(line)],
    ['Devenus conformes', turned.filter(({ to }) => to === 'pass').map(line)],
    ['Autres changements', turned.filter(({ to }) => to !== 'fail' && to !== 'pass').map(line)],
    [
      'Exigences',
      requirements.map(({ requirement, from, to }) => ({
        id: requirement,
        text: `${coverage[from]} → ${coverage[to]}`,
      })),
    ],
    [
      'Plus lents',
      slower.map(({ scenario, fromMs, toMs, ratio }) => ({
        id: scenario,
        text: `${fromMs} ms → ${toMs} ms (× ${ratio.toLocaleString('fr-FR')})`,
      })),
    ],
    ['Apparus', appeared.map((id) => ({ id, text: '' }))],
    ['Disparus', disappeared.map((id) => ({ id, text: '' }))],
  ];
  return sections.flatMap(([title, lines]) => (lines.length > 0 ? [{ title, lines }] : []));
}
