import { booksView } from './books-view.ts';
import { coverageView } from './coverage-view.ts';
import { failuresView } from './findings-view.ts';
import { listView } from './list-view.ts';
import { machinesView } from './machines-view.ts';
import { html, type Markup } from './markup.ts';
import { expectationsView, remarksView } from './remarks-view.ts';
import { resultsView } from './results-view.ts';
import { scopeView } from './scope-view.ts';
import { unexpectedView } from './unexpected-view.ts';
import { verdictView } from './verdict-view.ts';
import type { View } from './view.ts';

/** The body of the page: written in French into the file, and again by the page when the language is switched. */
export function pageView(view: View): Markup {
  const { data, texts } = view;
  const sections = [
    ['verdict', texts.nav.verdict],
    ['scope', texts.nav.scope],
    ['failures', texts.nav.failures],
    ['books', texts.books.nav],
    ['coverage', texts.nav.coverage],
    ['machines', texts.nav.machines],
    ['results', texts.nav.results],
    ['scenarios', texts.nav.scenarios],
    ['unexpected', texts.nav.unexpected],
  ] as const;
  const counts: Readonly<Record<string, number>> = {
    failures: data.failures.length + data.moreFailures,
    ...(data.reconciliation && {
      books: data.reconciliation.invariants.reduce((sum, { findings }) => sum + findings, 0),
    }),
    scenarios: data.scenarios.length,
    unexpected: data.unexpected.length + data.moreUnexpected,
  };
  const other = texts.language === 'fr' ? 'en' : 'fr';
  return html`<a class="skip" href="#main">${texts.skip}</a>
    <header class="top"><div class="inner"><p class="title"><b>${texts.title}</b> <span>${texts.subtitle}</span></p><button type="button" id="language" lang="${other}" class="quiet">${texts.otherLanguage}</button></div>
    <nav aria-label="${texts.nav.label}"><ul>${sections.map(([id, name]) => html`<li><a href="#${id}">${name}${counts[id] !== undefined && html` <small>${counts[id]}</small>`}</a></li>`)}</ul></nav></header>
    <main id="main" tabindex="-1">
      <h1 class="hidden">${texts.title}</h1>
      <section id="verdict" aria-label="${texts.nav.verdict}">${verdictView(view)}${expectationsView(view)}${remarksView(view)}</section>
      <noscript><p class="notes">${texts.noScript}</p></noscript>
      <section id="scope" aria-labelledby="t-scope">${scopeView(view)}</section>
      <section id="failures" aria-labelledby="t-failures">${failuresView(view)}</section>
      <section id="books" aria-labelledby="t-books">${booksView(view)}</section>
      <section id="coverage" aria-labelledby="t-coverage">${coverageView(view)}</section>
      <section id="machines" aria-labelledby="t-machines">${machinesView(view)}</section>
      <section id="results" aria-labelledby="t-results">${resultsView(view)}</section>
      <section id="scenarios" aria-labelledby="t-scenarios">${listView(view)}</section>
      <section id="unexpected" aria-labelledby="t-unexpected">${unexpectedView(view)}</section>
    </main>
    <footer><p>${texts.footer(data.exchangeCount)} ${data.run.runId}</p></footer>`;
}
