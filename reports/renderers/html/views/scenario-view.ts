import type { PageDetail, PageScenario } from '../page-data.ts';
import { diagramView } from './diagram-view.ts';
import { findingsView } from './findings-view.ts';
import { journeyView } from './journey-view.ts';
import { html, type Markup } from './markup.ts';
import { exchangeName, isRefused, resultText } from './message-view.ts';
import { remarksOn } from './remarks-view.ts';
import { roadView } from './road-view.ts';
import { stepsView } from './steps-view.ts';
import { command } from './verdict-view.ts';
import { clockTime, scenarioLink, seatName, type View } from './view.ts';

/** Everything about one scenario; rendered when it is opened. */
export function scenarioView(view: View, scenario: PageScenario, detail: PageDetail): Markup {
  const { texts } = view;
  const { id, rule, reason, assumptions = [] } = scenario;
  const crossed = detail.exchanges.length > 0;
  const { journeys = [] } = detail;
  return html`
    ${rule !== undefined && html`<p class="rule" lang="fr">${rule}</p>`}
    ${reason !== undefined && html`<p class="reason"><b>${texts.failures.reason}</b> : <span lang="fr">${reason}</span></p>`}
    ${assumptions.length > 0 && html`<div class="assumptions" role="note"><b>${texts.assumption.heading}</b><ul>${assumptions.map((assumption) => html`<li>${assumption}</li>`)}</ul></div>`}
    ${remarksOn(view, id)}
    <div class="two">
      <section><h5>${texts.detail.text}</h5>${stepsView(view, detail.steps)}</section>
      <section><h5>${texts.detail.judged}</h5>${findingsView(view, detail.findings, detail.exchanges)}</section>
    </div>
    <section class="crossed"><h5>${texts.detail.crossed}</h5>${crossed ? html`${diagramView(view, detail.exchanges)}<div class="shown" aria-live="polite"></div>${messagesView(view, detail)}` : html`<p>${texts.detail.nothing}</p>`}</section>
    ${journeys.map((journey, at) => html`<section class="journey"><h5>${texts.journey.heading} <small>${journey.reference}</small></h5>${journeyView(view, journey, at)}</section>`)}
    ${journeys.length === 0 && detail.road.length > 1 && html`<section><h5>${texts.detail.road}</h5>${roadView(view, detail.road)}</section>`}
    ${command(texts.replayOne, detail.replay, texts)}
    <p class="to-detail"><a href="${scenarioLink(id)}">${texts.detail.link}</a> <code>${id}</code></p>`;
}

/** The same exchanges as the diagram, as a table: for screen readers, for searching, for long names. */
function messagesView(view: View, { exchanges }: PageDetail): Markup {
  const { texts } = view;
  const words = texts.exchange;
  return html`<details class="messages"><summary>${texts.detail.messages} (${exchanges.length})</summary><div class="scroller" tabindex="0"><table>
    <thead><tr><th scope="col">${words.time}</th><th scope="col">${words.way}</th><th scope="col">${words.message}</th><th scope="col">${words.result}</th></tr></thead>
    <tbody>${exchanges.map((exchange) => html`<tr class="${isRefused(exchange) ? 'refused' : ''}"><td>${clockTime(exchange.at)}</td><td>${seatName(view, exchange.from)} → ${seatName(view, exchange.to)}</td><td><button type="button" class="link" data-seq="${exchange.seq}">${exchangeName(view, exchange)}</button></td><td>${isRefused(exchange) && '✗ '}${resultText(view, exchange)}</td></tr>`)}</tbody>
  </table></div></details>`;
}
