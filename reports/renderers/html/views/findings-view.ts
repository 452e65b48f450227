import type { PageExchange, PageFailure, PageFinding } from '../page-data.ts';
import { html, type Markup } from './markup.ts';
import { messageView } from './message-view.ts';
import { remarksOn } from './remarks-view.ts';
import { stepsView } from './steps-view.ts';
import { badge, command } from './verdict-view.ts';
import { requirementLink, requirementText, scenarioLink, type View } from './view.ts';

/** What was judged: requirement, expected, observed, where. With `exchanges`, the message concerned too. */
export function findingsView(
  view: View,
  findings: readonly PageFinding[],
  exchanges: readonly PageExchange[] = [],
): Markup {
  const bySeq = new Map(exchanges.map((exchange) => [exchange.seq, exchange]));
  return html`<ul class="findings">${findings.map((finding) => findingView(view, finding, bySeq.get(finding.exchange ?? -1)))}</ul>`;
}

function findingView(view: View, finding: PageFinding, exchange: PageExchange | undefined): Markup {
  const { texts } = view;
  const { requirement, verdict, expected, observed, pointer, explained } = finding;
  const words = texts.failures;
  return html`<li class="finding v-${verdict}">
    <p class="cites"><span class="sign">${badge(view, verdict)}</span> <a href="${requirementLink(requirement)}">${requirement}</a> ${requirementText(view, requirement)}</p>
    ${explained && html`<p class="explained">${explained[texts.language]}</p>`}
    <dl>
      <div><dt>${words.expected}</dt><dd lang="fr">${expected}</dd></div>
      <div><dt>${words.observed}</dt><dd lang="fr">${observed}</dd></div>
      ${pointer !== undefined && html`<div><dt>${words.pointer}</dt><dd><code>${pointer === '' ? words.wholeMessage : pointer}</code></dd></div>`}
    </dl>
    ${exchange && html`<details class="evidence"><summary>${verdict === 'pass' ? words.messageConcerned : words.message}</summary>${messageView(view, exchange, pointer === undefined ? [] : [pointer])}</details>`}
  </li>`;
}

/** Everything that is neither green nor out of scope, whole, so that it can be read and printed without a click. */
export function failuresView(view: View): Markup {
  const { data, texts } = view;
  const words = texts.failures;
  return html`<h2 id="t-failures">${words.heading}</h2>
    ${data.failures.length === 0 && html`<p>${words.none}</p>`}
    ${data.failures.map((failure) => failureView(view, failure))}
    ${data.moreFailures > 0 && html`<p class="more">${words.more(data.moreFailures)}</p>`}`;
}

function failureView(view: View, { scenario, steps, findings, exchanges, replay }: PageFailure): Markup {
  const { texts } = view;
  const { verdict, id, name, feature, rule, reason } = scenario;
  return html`<article class="failure v-${verdict}">
    <header>${badge(view, verdict)}<h3 lang="fr">${name}</h3><p class="place" lang="fr">${feature}${rule !== undefined && html` · ${rule}`}</p></header>
    ${reason !== undefined && html`<p class="reason"><b>${texts.failures.reason}</b> : <span lang="fr">${reason}</span></p>`}
    ${remarksOn(view, id)}
    ${findingsView(view, findings, exchanges)}
    <details class="text"><summary>${texts.detail.text}</summary>${stepsView(view, steps)}</details>
    ${command(texts.replayOne, replay, texts)}
    <p class="to-detail"><a href="${scenarioLink(id)}">${texts.failures.open}</a></p>
  </article>`;
}
