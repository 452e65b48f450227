import type { Texts } from '../../catalogue.ts';
import type { PageBody, PageExchange, PageRefusal } from '../page-data.ts';
import { jsonView } from './json-view.ts';
import { linkText, struckText } from './link-view.ts';
import { html, type Markup } from './markup.ts';
import { clockTime, messageName, seatName, type View } from './view.ts';

/** What one exchange is called: its message, or what was asked. */
export function exchangeName(view: View, exchange: PageExchange): string {
  const { body, kind, method, path } = exchange;
  if (body.type !== undefined) return messageName(view, body.type);
  if (kind === 'link') return linkText(view, exchange);
  return `${view.texts.exchange.kinds[kind]} ${method} ${path}`;
}

/** How the receiver took it, in few words; the first faults with code and pointer. */
export function resultText(view: View, exchange: PageExchange): string {
  const { exchange: words } = view.texts;
  const { answer, fault, refusals } = exchange;
  if (exchange.kind === 'link') return struckText(view, exchange);
  if (!answer) return fault === undefined ? words.noAnswer : (words.faults[fault] ?? fault);
  const said = answer.type === undefined ? '' : ` ${messageName(view, answer.type)}`;
  return [`${answer.status}${said}`, ...refusals.slice(0, 2).map(refusalText)].join(' · ');
}

export const refusalText = ({ code, pointer }: PageRefusal): string =>
  pointer ? `${code} ${pointer}` : code;

/** True when the receiver did not take the message, or never answered. */
export const isRefused = ({ answer, fault }: PageExchange): boolean =>
  fault !== undefined || (answer?.status ?? 0) >= 400;

/**
 * One exchange whole: who, when, the message with the fields at fault marked, the answer.
 * @param pointers JSON Pointers into the message that a finding names, besides those of the answer
 */
export function messageView(view: View, exchange: PageExchange, pointers: readonly string[] = []): Markup {
  const { texts } = view;
  const { answer, body, refusals } = exchange;
  const words = texts.exchange;
  const marked = [...pointers, ...refusals.flatMap(({ pointer }) => pointer ?? [])];
  return html`<div class="message" lang="${texts.language}">
    <p class="envelope"><b>${exchangeName(view, exchange)}</b> <span>${seatName(view, exchange.from)} → ${seatName(view, exchange.to)}</span> <span>${clockTime(exchange.at)} UTC</span>${exchange.attempt !== undefined && html` <span>${words.attempt(exchange.attempt)}</span>`}${exchange.late && html` <span>${words.late}</span>`} <span>${exchange.file} seq ${exchange.seq}</span></p>
    ${bodyView(view, words.sent, body, exchange, marked)}
    ${answer ? bodyView(view, `${words.answer} ${answer.status} ${words.after(answer.afterMs)}`, answer, exchange, []) : html`<p class="no-answer"><b>${words.answer}</b> : ${resultText(view, exchange)}</p>`}
    ${refusals.length > 0 && html`<ul class="refusals">${refusals.map((refusal) => html`<li><code>${refusalText(refusal)}</code>${refusal.reason !== undefined && html` ${refusal.reason}`}</li>`)}</ul>`}
  </div>`;
}

function bodyView(
  { texts }: View,
  title: string,
  body: PageBody,
  where: PageExchange,
  pointers: readonly string[],
): Markup {
  const words = texts.exchange;
  const facts =
    body.state !== 'none' &&
    html` <small>${words.bytes(body.bytes)} · ${words.digest} <code>${body.digest}</code></small>`;
  return html`<figure class="body"><figcaption><b>${title}</b>${facts}</figcaption>${textView(texts, body, where, pointers)}</figure>`;
}

function textView(
  texts: Texts,
  { state, text }: PageBody,
  where: PageExchange,
  pointers: readonly string[],
): Markup {
  const { exchange: words } = texts;
  const { file, seq } = where;
  if (state === 'none') return html`<p>${words.noBody}</p>`;
  if (text === undefined) return html`<p>${words.notKept(file, seq)}</p>`;
  if (state === 'whole') return jsonView(texts, text, pointers);
  return html`<pre class="json" tabindex="0">${text}…</pre><p class="cut">${words.cut(file, seq)}</p>`;
}
