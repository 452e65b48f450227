import type { Reconciliation } from '../reconcile/reconciliation.ts';
import type { Texts } from './catalogue.ts';
import { glyphs } from './glyphs.ts';
import { printable, wrap } from './terminal-text.ts';

const SHOWN = 20;

/** Reconciled books in words for a terminal: the verdict, each finding, what is explained. */
export function booksLines(
  { verdict, exchanges, movements, invariants, findings, explained, fault }: Reconciliation,
  { books }: Texts,
): string[] {
  const found = invariants.reduce((sum, invariant) => sum + invariant.findings, 0);
  return [
    ...wrap(`${glyphs[verdict]} ${books.heading} ${books.lead[verdict](exchanges, movements)}`),
    ...(fault === undefined ? [] : wrap(fault, '  ')),
    ...findings
      .slice(0, SHOWN)
      .flatMap(({ invariant, requirements, movement, seats, messages, reason }) => [
        ...wrap(`${glyphs.fail} ${invariant} (${requirements.join(', ')})`, '  '),
        ...wrap(`${movement === null ? '' : `${movement} · `}${seats.join(', ')} : ${reason}`, '    '),
        ...messages.map((message) => `    ${printable(message)}`),
      ]),
    ...(found > SHOWN ? wrap(books.more(found - SHOWN), '  ') : []),
    ...explained.flatMap(({ invariant, explanation, count }) =>
      wrap(`${invariant} : ${count} ${books.explanations[explanation]}`, '  '),
    ),
  ];
}

/** Dwell and lead time as a table of text. */
export function figureLines({ figures }: Reconciliation, { books }: Texts): string[] {
  const row = (
    corridor: string,
    where: string,
    count: number | string,
    median: number | string,
    p90: number | string,
  ) =>
    `  ${printable(corridor).padEnd(36)} ${printable(where).padEnd(8)} ${String(count).padStart(7)} ${String(median).padStart(10)} ${String(p90).padStart(10)}`;
  const table = (title: string, where: string, rows: readonly string[]): string[] =>
    rows.length === 0 ? [] : ['', ...wrap(title), row(books.corridor, where, 'n', '50 %', '90 %'), ...rows];
  return [
    ...table(
      `${books.dwell} (min)`,
      books.office,
      figures.dwell.map(({ corridor, office, count, medianMin, p90Min }) =>
        row(corridor, office, count, medianMin, p90Min),
      ),
    ),
    ...table(
      `${books.leadTime} (min)`,
      books.country,
      figures.leadTime.map(({ corridor, country, count, medianMin, p90Min }) =>
        row(corridor, country, count, medianMin, p90Min),
      ),
    ),
  ];
}
