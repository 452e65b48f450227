import type { PageExchange } from '../page-data.ts';
import { html, type Markup } from './markup.ts';
import { exchangeName, isRefused, refusalText } from './message-view.ts';
import { clockTime, seatName, type View } from './view.ts';

const TIME_WIDTH = 86;
const COLUMN_WIDTH = 176;
const HEAD_HEIGHT = 40;
const ROW_HEIGHT = 52;
const DIAGRAM_ROWS = 120;
/** Characters of a label that fit between neighbours. */
const LABEL_CHARACTERS = 27;

/** Seats in the order in which they appear, the hub among them in the middle, as on the road. */
export function lifelines(exchanges: readonly PageExchange[]): readonly string[] {
  const seats = [...new Set(exchanges.flatMap(({ from, to }) => [from, to]))];
  const others = seats.filter((seat) => seat !== 'hub');
  return seats.includes('hub') ? others.toSpliced(Math.ceil(others.length / 2), 0, 'hub') : others;
}

/** The sequence diagram of what really crossed: a lifeline a seat, an arrow an exchange, in order of time. */
export function diagramView(view: View, exchanges: readonly PageExchange[]): Markup {
  const shown = exchanges.slice(0, DIAGRAM_ROWS);
  const seats = lifelines(shown);
  const width = TIME_WIDTH + seats.length * COLUMN_WIDTH;
  const height = HEAD_HEIGHT + shown.length * ROW_HEIGHT + 16;
  const { detail } = view.texts;
  return html`<div class="scroller diagram" tabindex="0" role="group" aria-label="${detail.crossed}">
    <svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
      ${seats.map((seat, at) => lifelineView(view, seat, centreOf(at), height))}
      ${shown.map((exchange, at) => arrowView(view, exchange, seats, HEAD_HEIGHT + at * ROW_HEIGHT))}
    </svg></div>
    ${shown.length < exchanges.length && html`<p class="cut">${detail.cutDiagram(shown.length, exchanges.length)}</p>`}`;
}

const centreOf = (column: number): number => TIME_WIDTH + column * COLUMN_WIDTH + COLUMN_WIDTH / 2;

function lifelineView(view: View, seat: string, x: number, height: number): Markup {
  const isTested = view.data.run.target.seatsUnderTest.includes(seat);
  return html`<g class="lifeline${isTested ? ' tested' : ''}"><line x1="${x}" y1="30" x2="${x}" y2="${height - 4}"/><rect x="${x - 46}" y="4" width="92" height="26" rx="4"/><text x="${x}" y="22" text-anchor="middle">${short(seatName(view, seat), 12)}</text></g>`;
}

function arrowView(view: View, exchange: PageExchange, seats: readonly string[], top: number): Markup {
  const { from, to, at, seq, answer, fault, refusals } = exchange;
  const { exchange: words } = view.texts;
  const start = centreOf(seats.indexOf(from));
  const end = centreOf(seats.indexOf(to));
  const away = end >= start ? 1 : -1;
  const y = top + 26;
  const middle = (start + end) / 2;
  const span = Math.max(1, Math.abs(seats.indexOf(from) - seats.indexOf(to)));
  const room = LABEL_CHARACTERS * span;
  const refused = isRefused(exchange);
  const tip = fault === undefined ? end - away * 2 : middle + away * 20;
  const [refusal] = refusals;
  const below = refused
    ? `✗ ${fault === undefined ? `${answer?.status ?? ''} ${refusal ? refusalText(refusal) : words.refused}` : (words.faults[fault] ?? fault)}`
    : `${answer?.status ?? words.noAnswer}`;
  const name = exchangeName(view, exchange);
  const kind = exchange.kind === 'submit' || exchange.kind === 'deliver' ? '' : ' service';
  const label = `${words.show} : ${name}, ${seatName(view, from)} → ${seatName(view, to)}, ${below}`;
  return html`<g class="arrow${refused ? ' refused' : ''}${kind}" data-seq="${seq}" tabindex="0" role="button" aria-label="${label}"><title>${name} · ${below}</title>
    <rect class="hit" x="0" y="${top + 2}" width="${TIME_WIDTH + seats.length * COLUMN_WIDTH}" height="${ROW_HEIGHT - 2}"/>
    <text class="time" x="4" y="${y + 4}">${clockTime(at)}</text>
    <text class="label" x="${middle}" y="${y - 7}" text-anchor="middle">${short(name, room)}</text>
    <line x1="${start}" y1="${y}" x2="${tip}" y2="${y}"/>
    <path class="head" d="M${tip} ${y} l${-away * 9} -5 v10 z"/>
    <text class="result" x="${middle}" y="${y + 16}" text-anchor="middle">${short(below, room)}</text>
  </g>`;
}

const short = (text: string, room: number): string => (text.length <= room ? text : `${text.slice(0, room - 1)}…`);
