import type { SourceText } from './specification.ts';

/** One row of `docs/glossary.md`. */
export interface GlossaryRow {
  readonly french: string;
  readonly english: string;
  /** Name in the code, without back-ticks; empty when the row has none. */
  readonly code: string;
  readonly meaning: string;
}

const ROW = /^\| (.+?) \| (.+?) \| `?(.*?)`? \| (.+?) \|$/;

/** The rows of the glossary, headers left out. */
export const glossaryRows = (markdown: string): GlossaryRow[] =>
  markdown.split('\n').flatMap((line) => {
    const [, french = '', english = '', code = '', meaning = ''] = ROW.exec(line) ?? [];
    return french && french !== 'français' ? [{ french, english, code, meaning }] : [];
  });

/** Parameters of steps that the glossary does not hold; words of it twice; names that no source holds. */
export function glossaryProblems(
  rows: readonly GlossaryRow[],
  parameters: readonly string[],
  sources: readonly SourceText[],
): string[] {
  const terms = new Set(rows.flatMap(({ code, meaning }) => [code, ...namesIn(meaning)]));
  const words = new Set(sources.flatMap(({ text }) => text.match(/[A-Za-z][A-Za-z0-9_-]*/g) ?? []));
  const twice = rows.filter(({ french }, index) => rows.findIndex((row) => row.french === french) !== index);
  return [
    ...parameters
      .filter((name) => !terms.has(name))
      .map((name) => `parameter {${name}} of a step is not in docs/glossary.md`),
    ...twice.map(({ french }) => `docs/glossary.md has "${french}" twice`),
    ...rows
      .filter(({ code }) => code && !words.has(code))
      .map(
        ({ french, code }) => `docs/glossary.md gives "${french}" the name ${code}, which no source holds`,
      ),
  ];
}

const namesIn = (meaning: string): string[] =>
  [...meaning.matchAll(/`\{(\w+)\}`/g)].map(([, name]) => name ?? '');
