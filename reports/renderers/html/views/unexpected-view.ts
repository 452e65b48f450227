import { html, type Markup } from './markup.ts';
import { exchangeName, messageView, resultText } from './message-view.ts';
import { clockTime, seatName, type View } from './view.ts';

/** Traffic that came to one of our endpoints and that no scenario expected: shown, never dropped. */
export function unexpectedView(view: View): Markup {
  const { data, texts } = view;
  const count = data.unexpected.length + data.moreUnexpected;
  return html`<h2 id="t-unexpected">${texts.unexpected.heading}</h2>
    <p>${count === 0 ? texts.unexpected.none : texts.unexpected.some(count)}</p>
    ${data.unexpected.map((exchange) => html`<details class="stray"><summary>${clockTime(exchange.at)} <b>${exchangeName(view, exchange)}</b> ${seatName(view, exchange.from)} → ${seatName(view, exchange.to)} · ${resultText(view, exchange)}</summary>${messageView(view, exchange)}</details>`)}
    ${data.moreUnexpected > 0 && html`<p class="more">${texts.unexpected.more(data.moreUnexpected)}</p>`}`;
}
