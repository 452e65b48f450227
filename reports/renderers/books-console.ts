import type { Reconciliation } from '../reconcile/reconciliation.ts';
import type { Texts } from './catalogue.ts';
import { glyphs } from './glyphs.ts';
import { spanText } from './spans.ts';
import { printable, wrap } from './terminal-text.ts';

const SHOWN = 20;

/** Reconciled books in words for a terminal: the verdict, each finding, what is explained. */
export function booksLines(
  { verdict, exchanges, movements, invariants, findings, explained, notJudged, fault }: Reconciliation,
  { books, language }: Texts,
): string[] {
  const leftOut = notJudged?.filter(({ invariant }) => invariant !== null).length ?? 0;
  const lead = notJudged && verdict === 'pass' ? books.exportsAgree : books.lead[verdict];
  const titles = new Map(invariants.map((invariant) => [invariant.name, invariant[language]]));
  const titled = (name: string): string => (titles.has(name) ? `${titles.get(name)} (${name})` : name);
  const found = invariants.reduce((sum, invariant) => sum + invariant.findings, 0);
  return [
    ...wrap(`${glyphs[verdict]} ${books.heading} ${lead(exchanges, movements)}`),
    ...(fault === undefined ? [] : wrap(fault, '  ')),
    ...findings
      .slice(0, SHOWN)
      .flatMap(({ invariant, requirements, movement, seats, messages, reason }) => [
        ...wrap(`${glyphs.fail} ${titled(invariant)} : ${requirements.join(', ')}`, '  '),
        ...wrap(`${movement === null ? '' : `${movement} · `}${seats.join(', ')} : ${reason}`, '    '),
        ...messages.map((message) => `    ${printable(message)}`),
      ]),
    ...(found > SHOWN ? wrap(books.more(found - SHOWN), '  ') : []),
    ...explained.flatMap(({ invariant, explanation, count }) =>
      wrap(`${titled(invariant)} : ${books.explainedAs(count, books.explanations[explanation])}`, '  '),
    ),
    ...(leftOut > 0 ? wrap(books.notJudged(leftOut)) : []),
    ...(notJudged ?? []).flatMap(({ invariant, needs, movements: partly = 0 }) =>
      wrap(
        `${invariant === null ? books.partlyJudged(partly) : titled(invariant)} : ${needs.map((need) => books.needs[need]).join(' ; ')}`,
        '  ',
      ),
    ),
  ];
}

/** Dwell and lead time as a table of text. */
export function figureLines({ figures }: Reconciliation, texts: Texts): string[] {
  const { books } = texts;
  const row = (corridor: string, where: string, count: number | string, median: string, p90: string) =>
    `  ${printable(corridor).padEnd(36)} ${printable(where).padEnd(8)} ${String(count).padStart(7)} ${median.padStart(10)} ${p90.padStart(10)}`;
  const table = (title: string, where: string, rows: readonly string[]): string[] =>
    rows.length === 0 ? [] : ['', ...wrap(title), row(books.corridor, where, 'n', '50 %', '90 %'), ...rows];
  const { dwell, leadTime, leadTimeLeftOut = 0 } = figures;
  const line = (
    where: string,
    { corridor, count, medianMin, p90Min }: (typeof dwell | typeof leadTime)[number],
  ) => row(corridor, where, count, spanText(medianMin, texts), spanText(p90Min, texts));
  const leads = leadTime.map((one) => line(one.country, one));
  return [
    ...table(
      books.dwell,
      books.office,
      dwell.map((one) => line(one.office, one)),
    ),
    ...table(books.leadTime, books.country, leads),
    ...(leadTimeLeftOut > 0 ? ['', ...wrap(books.leadTimeLeftOut(leadTimeLeftOut))] : []),
  ];
}
