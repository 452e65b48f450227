import type { PageExchange } from '../page-data.ts';
import { linkBands, linkRow, linkText, struckText } from './link-view.ts';
import { html, type Markup } from './markup.ts';
import { exchangeName, isRefused } from './message-view.ts';
import { clockTime, seatName, type View } from './view.ts';

const TIME_WIDTH = 86;
const COLUMN_WIDTH = 176;
const HEAD_HEIGHT = 40;
const ROW_HEIGHT = 52;
/** A refusal has a line more, for the field at fault. */
const POINTER_HEIGHT = 14;
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
  const tops = [HEAD_HEIGHT];
  for (const exchange of shown) tops.push((tops.at(-1) ?? 0) + heightOf(exchange));
  const height = (tops.at(-1) ?? 0) + 12;
  const { detail } = view.texts;
  return html`<div class="scroller diagram" tabindex="0" role="group" aria-label="${detail.crossed}">
    <svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
      ${seats.map((seat, at) => lifelineView(view, seat, centreOf(at), height))}
      ${linkBands({ rows: shown, tops, centreOf: (seat) => centreOf(seats.indexOf(seat)) })}
      ${shown.map((exchange, at) => arrowView(view, exchange, seats, tops[at] ?? 0))}
    </svg></div>
    ${shown.length < exchanges.length && html`<p class="cut">${detail.cutDiagram(shown.length, exchanges.length)}</p>`}`;
}

const pointerOf = ({ refusals }: PageExchange): string => refusals[0]?.pointer ?? '';
const heightOf = (exchange: PageExchange): number =>
  ROW_HEIGHT + (pointerOf(exchange) === '' ? 0 : POINTER_HEIGHT);

const centreOf = (column: number): number => TIME_WIDTH + column * COLUMN_WIDTH + COLUMN_WIDTH / 2;

function lifelineView(view: View, seat: string, x: number, height: number): Markup {
  const isTested = view.data.run.target.seatsUnderTest.includes(seat);
  return html`<g class="lifeline${isTested ? ' tested' : ''}"><line x1="${x}" y1="30" x2="${x}" y2="${height - 4}"/><rect x="${x - 46}" y="4" width="92" height="26" rx="4"/><text x="${x}" y="22" text-anchor="middle">${short(seatName(view, seat), 12)}</text></g>`;
}

/** What stands under an arrow: taken, refused with which code, or why there was no answer. */
function outcomeText(view: View, exchange: PageExchange): string {
  const { answer, fault, refusals, kind } = exchange;
  const words = view.texts.exchange;
  if (kind === 'link') return struckText(view, exchange);
  if (fault !== undefined) return `✗ ${words.faults[fault] ?? fault}`;
  if (!answer) return words.noAnswer;
  if (answer.status < 400) return `✓ ${answer.status} ${words.accepted}`;
  return `✗ ${answer.status} ${refusals[0]?.code ?? words.refused}`;
}

function arrowView(view: View, exchange: PageExchange, seats: readonly string[], top: number): Markup {
  const { from, to, at, seq, fault } = exchange;
  const start = centreOf(seats.indexOf(from));
  const end = centreOf(seats.indexOf(to));
  const away = end >= start ? 1 : -1;
  const y = top + 26;
  const middle = (start + end) / 2;
  const room = LABEL_CHARACTERS * Math.max(1, Math.abs(end - start) / COLUMN_WIDTH);
  const tip = fault === undefined ? end - away * 2 : middle + away * 20;
  const name = exchangeName(view, exchange);
  const outcome = outcomeText(view, exchange);
  const pointer = pointerOf(exchange);
  const service = exchange.kind === 'submit' || exchange.kind === 'deliver' ? '' : ' service';
  const isLink = exchange.kind === 'link';
  const label = `${view.texts.exchange.show} : ${name}, ${seatName(view, from)} → ${seatName(view, to)}, ${outcome} ${pointer}`;
  return html`<g class="arrow${isRefused(exchange) ? ' refused' : ''}${isLink ? ' network' : service}" data-seq="${seq}" tabindex="0" role="button" aria-label="${label}"><title>${name} · ${outcome} ${pointer}</title>
    <rect class="hit" x="0" y="${top + 2}" width="${TIME_WIDTH + seats.length * COLUMN_WIDTH}" height="${heightOf(exchange) - 2}"/>
    <text class="time" x="4" y="${y + 4}">${clockTime(at)}</text>
    ${
      isLink
        ? linkRow({ start, end, y }, short(linkText(view, exchange), room - 2), short(outcome, room))
        : html`<text class="label" x="${middle}" y="${y - 7}" text-anchor="middle">${short(name, room)}</text>
    <line x1="${start}" y1="${y}" x2="${tip}" y2="${y}"/>
    <path class="head" d="M${tip} ${y} l${-away * 9} -5 v10 z"/>
    <text class="result" x="${middle}" y="${y + 16}" text-anchor="middle">${short(outcome, room)}</text>`
    }
    ${pointer !== '' && html`<text class="result" x="${middle}" y="${y + 30}" text-anchor="middle">${shortEnd(pointer, room)}</text>`}
  </g>`;
}

const short = (text: string, room: number): string =>
  text.length <= room ? text : `${text.slice(0, room - 1)}…`;
/** The end of a pointer tells more than its beginning. */
const shortEnd = (text: string, room: number): string =>
  text.length <= room ? text : `…${text.slice(1 - room)}`;
