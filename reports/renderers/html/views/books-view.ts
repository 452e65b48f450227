import type { Reconciliation } from '../../../reconcile/reconciliation.ts';
import { spanText } from '../../spans.ts';
import { html, type Markup } from './markup.ts';
import { badge } from './verdict-view.ts';
import { seatName, type View } from './view.ts';

/** What is shown of books, in whichever report. */
interface BooksView {
  readonly texts: View['texts'];
  readonly data: Pick<View['data'], 'reconciliation'>;
}

/** Whether the books agree: each invariant, what does not agree, what is explained, and the figures. */
export function booksView(view: BooksView, id = 't-books'): Markup {
  const { data, texts } = view;
  const { books } = texts;
  const { reconciliation } = data;
  const heading = html`<h2 id="${id}">${books.heading}</h2>`;
  if (!reconciliation) return html`${heading}<p>${books.absent}</p>`;
  const { verdict, exchanges, movements, fault } = reconciliation;
  return html`${heading}
    <p>${badge(view, verdict)} ${books.lead[verdict](exchanges, movements)}</p>
    ${fault !== undefined && html`<p>${fault}</p>`}
    ${invariantsView(view, reconciliation)}
    ${findingsView(view, reconciliation)}
    ${explainedView(view, reconciliation)}
    ${figuresView(view, reconciliation)}`;
}

const table = (caption: string, heads: readonly string[], rows: readonly Markup[]): Markup | false =>
  rows.length > 0 &&
  html`<div class="scroller" tabindex="0" role="region" aria-label="${caption}"><table class="results"><caption>${caption}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;

function invariantsView(view: BooksView, { invariants }: Reconciliation): Markup | false {
  const { texts } = view;
  const { books } = texts;
  return table(
    books.invariant,
    [books.invariant, books.requirements, books.result, books.explained],
    invariants.map(
      (invariant) =>
        html`<tr><th scope="row">${invariant[texts.language]}</th><td>${invariant.requirements.join(', ')}</td><td>${badge(view, invariant.findings > 0 ? 'fail' : 'pass')} ${invariant.findings > 0 ? books.found(invariant.findings) : books.agrees}</td><td class="number">${invariant.explained}</td></tr>`,
    ),
  );
}

function findingsView(view: BooksView, { findings, invariants }: Reconciliation): Markup | false {
  const { books, language } = view.texts;
  const titles = new Map(invariants.map((invariant) => [invariant.name, invariant[language]]));
  const found = invariants.reduce((sum, invariant) => sum + invariant.findings, 0);
  const rows = findings.map(
    ({ invariant, movement, seats, messages, reason }) =>
      html`<tr><th scope="row">${titles.get(invariant) ?? invariant}</th><td>${reason}</td><td><code>${movement ?? ''}</code></td><td>${seats.map((seat) => seatName(view, seat)).join(', ')}</td><td>${messages.map((message) => html`<code>${message}</code> `)}</td></tr>`,
  );
  const heads = [books.invariant, books.reason, books.movement, books.seats, books.messages];
  return html`${table(books.findings, heads, rows)}${found > findings.length && html`<p class="more">${books.more(found - findings.length)}</p>`}`;
}

function explainedView(
  { texts: { books, language } }: BooksView,
  { explained, invariants }: Reconciliation,
): Markup | false {
  const titles = new Map(invariants.map((invariant) => [invariant.name, invariant[language]]));
  const rows = explained.map(
    ({ invariant, explanation, count, movements }) =>
      html`<tr><th scope="row">${titles.get(invariant) ?? invariant}</th><td>${books.explanations[explanation]}</td><td class="number">${count}</td><td>${movements.map((movement) => html`<code>${movement}</code> `)}${count > movements.length && '…'}</td></tr>`,
  );
  return (
    rows.length > 0 &&
    html`${table(books.explained, [books.invariant, books.why, books.count, books.movements], rows)}<p class="hint">${books.explainedHint}</p>`
  );
}

function figuresView({ texts }: BooksView, { figures }: Reconciliation): Markup {
  const { books } = texts;
  const { leadTimeLeftOut = 0 } = figures;
  const row = (
    where: string,
    {
      corridor,
      count,
      medianMin,
      p90Min,
    }: Reconciliation['figures']['dwell'][number] | Reconciliation['figures']['leadTime'][number],
  ) =>
    html`<tr><th scope="row">${corridor}</th><td>${where}</td><td class="number">${count}</td><td class="number">${spanText(medianMin, texts)}</td><td class="number">${spanText(p90Min, texts)}</td></tr>`;
  const heads = (where: string) => [books.corridor, where, books.count, books.median, books.p90];
  if (figures.dwell.length + figures.leadTime.length === 0) return html`<p>${books.none}</p>`;
  return html`<details class="stray"><summary>${books.figures}</summary>${table(
    books.dwell,
    heads(books.office),
    figures.dwell.map((one) => row(one.office, one)),
  )}
    ${table(
      books.leadTime,
      heads(books.country),
      figures.leadTime.map((one) => row(one.country, one)),
    )}
    ${leadTimeLeftOut > 0 && html`<p class="hint">${books.leadTimeLeftOut(leadTimeLeftOut)}</p>`}
    <p class="hint">${books.figuresHint}</p></details>`;
}
