import type { Texts } from '../renderers/catalogue.ts';
import { glyphs } from '../renderers/glyphs.ts';
import type { Comparison } from './compare-runs.ts';

/** One section of the comparison: a title and one line for each thing that changed. */
interface ComparisonSection {
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly id: string }[];
}

/** The sections that have something to show, what is red first. Ids are those of reports. */
export function sectionsOf(comparison: Comparison, texts: Texts): ComparisonSection[] {
  const { turned, appeared, disappeared, slower, requirements } = comparison;
  const { verdict: names, coverage, locale } = texts;
  const line = ({ scenario, from, to }: Comparison['turned'][number]) => ({
    id: scenario,
    text: `${glyphs[from]} ${names[from]} → ${glyphs[to]} ${names[to]}`,
  });
  const of: Readonly<Record<keyof typeof texts.compare.sections, ComparisonSection['lines']>> = {
    red: turned.filter(({ to }) => to === 'fail').map(line),
    green: turned.filter(({ to }) => to === 'pass').map(line),
    otherwise: turned.filter(({ to }) => to !== 'fail' && to !== 'pass').map(line),
    requirements: requirements.map(({ requirement, from, to }) => ({
      id: requirement,
      text: `${coverage[from]} → ${coverage[to]}`,
    })),
    slower: slower.map(({ scenario, fromMs, toMs, ratio }) => ({
      id: scenario,
      text: `${fromMs} ms → ${toMs} ms (× ${ratio.toLocaleString(locale)})`,
    })),
    appeared: appeared.map((id) => ({ id, text: '' })),
    disappeared: disappeared.map((id) => ({ id, text: '' })),
  };
  return (Object.keys(of) as (keyof typeof of)[]).flatMap((key) =>
    of[key].length > 0 ? [{ title: texts.compare.sections[key], lines: of[key] }] : [],
  );
}
