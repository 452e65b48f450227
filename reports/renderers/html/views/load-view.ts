import { achieved, submissionsOf } from '../../../load/judge-limits.ts';
import type { LoadResult } from '../../../load/load-result.ts';
import type { Texts } from '../../catalogue.ts';
import { glyphs } from '../../glyphs.ts';
import { plotsOf } from '../../load/series.ts';
import { limitText, loadDurationMs, loadNotes, shareText } from '../../load-text.ts';
import { targetText } from '../../target-text.ts';
import { booksView } from './books-view.ts';
import { loadPlotsView } from './load-plot-view.ts';
import { loadTablesView } from './load-table-view.ts';
import { html, type Markup } from './markup.ts';
import { badge } from './verdict-view.ts';
import { durationText, longInstant } from './view.ts';

/** A page of k6 that lies beside, by its address from here. */
export interface Dashboard {
  readonly part: string;
  readonly href: string;
}

/** The whole page in one language. Ids begin with the language: both stand in the page. */
export function loadView(result: LoadResult, dashboards: readonly Dashboard[], texts: Texts): Markup {
  const { load, language, nav, books } = texts;
  const other = language === 'fr' ? 'en' : 'fr';
  const plots = plotsOf(result, texts);
  const sections = [
    ['verdict', load.verdict, verdictView(result, texts)],
    ['limits', load.limits, limitsView(result, texts)],
    ...(plots.plots.length > 0 ? [['plots', load.plots, loadPlotsView(plots, texts)] as const] : []),
    ['times', load.times, loadTablesView(result, texts)],
    [
      'books',
      books.nav,
      booksView({ data: { reconciliation: result.reconciliation }, texts }, `${language}-t-books`),
    ],
    ['played', load.played, playedView(result, dashboards, texts)],
  ] as const;
  const id = (name: string): string => `${language}-${name}`;
  return html`<div id="${language}" lang="${language}">
    <a class="skip" href="#${id('main')}">${texts.skip}</a>
    <header class="top"><div class="inner"><p class="title"><b>${load.title}</b> <span>${texts.subtitle}</span></p><a class="switch" href="#${other}" lang="${other}">${texts.otherLanguage}</a></div>
    <nav aria-label="${nav.label}"><ul>${sections.map(([name, title]) => html`<li><a href="#${id(name)}">${title}</a></li>`)}</ul></nav></header>
    <main id="${id('main')}" tabindex="-1"><h1 class="hidden">${load.title}</h1>
    ${sections.map(([name, title, view]) => html`<section id="${id(name)}" aria-label="${title}">${HEADED.has(name) && html`<h2>${title}</h2>`}${view}</section>\n`)}
    </main>
    <footer><p>${result.runs.map(({ runId }) => runId).join(', ')}</p></footer></div>
`;
}

/** Sections whose view has no heading of its own. */
const HEADED: ReadonlySet<string> = new Set(['limits', 'plots', 'times', 'played']);

function verdictView(result: LoadResult, texts: Texts): Markup {
  const { verdict, runs, limits, measures } = result;
  const { load, locale, language } = texts;
  const [{ plan, target }] = runs;
  const notes = loadNotes(result, texts);
  const failed = limits.filter(({ judged }) => judged.verdict === 'fail').length;
  const share = achieved(measures);
  const { attempts, failed: unacknowledged, refused } = submissionsOf(result.measures);
  const count = (value: number): string => value.toLocaleString(locale);
  const facts: readonly (readonly [string, string])[] = [
    [texts.facts.target, targetText(target.name, target.deviation, texts)],
    [texts.facts.environment, texts.environments[target.environment]],
    [texts.facts.started, longInstant({ texts }, runs[0].startedAt)],
    [texts.facts.duration, durationText({ texts }, loadDurationMs(result))],
  ];
  return html`<div class="verdict v-${verdict}"><p class="seal" aria-hidden="true">${glyphs[verdict]}</p><div>
      <p class="eyebrow">${plan.title[language]}${target.deviation !== undefined && ` · ${texts.deviating(target.deviation)}`}</p>
      <h2>${texts.verdict[verdict]}</h2>
      <p class="lead">${load.sentence[verdict](failed, limits.length, result.reconciliation.verdict !== 'fail')}</p>
      <p>${load.achieved(count(measures.acknowledged), count(measures.offered.messages), share === null ? '–' : shareText(share, locale))}<br>${load.sent(count(attempts), count(unacknowledged), count(refused))}</p>
    </div></div>
    <dl class="facts">${facts.map(fact)}</dl>
    ${notes.length > 0 && html`<div class="notes" role="note"><ul>${notes.map((note) => html`<li>${note}</li>`)}</ul></div>`}`;
}

const fact = ([name, value]: readonly [string, string | Markup]): Markup =>
  html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

function limitsView({ limits }: LoadResult, texts: Texts): Markup {
  const { load } = texts;
  const heads = [load.limit, load.seen, load.asked, load.result, load.provenance];
  const rows = limits.map((one) => {
    const { name, asked, seen } = limitText(one, texts);
    const { verdict } = one.judged;
    return html`<tr class="v-${verdict}"><th scope="row">${name}</th><td class="seen">${seen}</td><td>${asked}</td><td>${badge({ texts }, verdict)}</td><td><small>${one.limit.provenance}</small></td></tr>`;
  });
  return html`<div class="scroller" tabindex="0" role="region" aria-label="${load.limits}"><table class="judged"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function playedView({ runs }: LoadResult, dashboards: readonly Dashboard[], texts: Texts): Markup {
  const { load, facts, locale } = texts;
  const [{ plan, seed, salt, at, target, versions, k6, runId, replay }] = runs;
  const shown: readonly (readonly [string, string])[] = [
    [load.plan, plan.name],
    [load.playedFor, load.playedIn(plan.days, durationText({ texts }, plan.playedSeconds * 1_000))],
    [load.shortened, plan.journeysShortenedBy.toLocaleString(locale)],
    [facts.seedAndSalt, `${seed} · ${salt}`],
    [load.moment, longInstant({ texts }, at)],
    [facts.hub, target.hub],
    [facts.run, runId],
    [
      facts.versions,
      Object.entries({ ...versions, ...(k6 && { k6: k6.version }) })
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
    ],
  ];
  return html`<dl class="facts">${shown.map(fact)}</dl>
    ${runs.length > 1 && html`<h3>${load.parts}</h3><ul class="parts">${runs.map((run) => html`<li><code>${run.segment ?? ''}</code> ${run.runId}, ${longInstant({ texts }, run.startedAt)}</li>`)}</ul>`}
    <div class="command"><span class="label">${texts.replay}</span><code translate="no">${replay}</code></div>
    ${dashboards.map(({ part, href }) => html`<p><a href="${href}">${load.dashboard}${part !== '' && ` (${part})`}</a></p>`)}`;
}
