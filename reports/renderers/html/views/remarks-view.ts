import type { PageData } from '../page-data.ts';
import { html, type Markup } from './markup.ts';
import { badge } from './verdict-view.ts';
import { longInstant, scenarioLink, type View } from './view.ts';

type PageRemark = PageData['remarks'][number];

/** Every remark and decision of the run, with what was observed beside what somebody decided. */
export function remarksView(view: View): Markup | false {
  const { data, texts } = view;
  if (data.remarks.length === 0) return false;
  return html`<div class="remarks" role="note"><h3>${texts.remarks.heading}</h3>${listOf(view, data.remarks, true)}</div>`;
}

/** The remarks on one scenario. */
export function remarksOn(view: View, scenario: string): Markup | false {
  const own = view.data.remarks.filter((remark) => remark.scenario === scenario);
  return own.length > 0 && html`<div class="remarks">${listOf(view, own, false)}</div>`;
}

const listOf = (view: View, remarks: readonly PageRemark[], named: boolean): Markup =>
  html`<ul>${remarks.map((remark) => remarkView(view, remark, named))}</ul>`;

function remarkView(
  view: View,
  { at, author, scenario, verdict, reason }: PageRemark,
  named: boolean,
): Markup {
  const { data, texts } = view;
  const { remarks } = texts;
  const observed =
    scenario === null ? data.verdict : data.scenarios.find(({ id }) => id === scenario)?.verdict;
  const subject = scenario === null ? remarks.run : html`<a href="${scenarioLink(scenario)}">${scenario}</a>`;
  return html`<li><p><b>${remarks.said(author, longInstant(view, at))}</b>${named && html` · ${subject}`}${
    verdict !== undefined &&
    html` · ${remarks.decides} ${badge(view, verdict)}${observed !== undefined && html` (${remarks.observed} ${badge(view, observed)})`}`
  }</p><p>${reason}</p></li>`;
}

/** How the run compares with its list of expected failures. */
export function expectationsView({ data, texts }: View): Markup | false {
  const { expectations } = data;
  if (!expectations) return false;
  const words = texts.expectations;
  const { expected, startedToPass, unexpected, notJudged, asExpected } = expectations;
  return html`<div class="remarks" role="note"><h3>${words.heading}</h3>
    <p>${asExpected ? words.asExpected : words.otherwise}</p>
    <ul>
      ${expected.length > 0 && html`<li>${words.expected(expected.length)}<ul>${expected.map(({ scenario, reason, author, since }) => html`<li><a href="${scenarioLink(scenario)}">${scenario}</a> : ${reason} (${author}, ${words.since} ${since})</li>`)}</ul></li>`}
      ${startedToPass.length > 0 && html`<li>${words.startedToPass(startedToPass.length)} : ${linksTo(startedToPass.map(({ scenario }) => scenario))}</li>`}
      ${unexpected.length > 0 && html`<li>${words.unexpected(unexpected.length)} : ${linksTo(unexpected)}</li>`}
      ${notJudged.length > 0 && html`<li>${words.notJudged(notJudged.length)} : ${linksTo(notJudged.map(({ scenario }) => scenario))}</li>`}
    </ul></div>`;
}

const linksTo = (ids: readonly string[]): Markup =>
  html`${ids.map((id, at) => html`${at > 0 && ', '}<a href="${scenarioLink(id)}">${id}</a>`)}`;
