import { lockStates } from '../../../../profile/code-lists/code-lists.ts';
import type { PageJourney } from '../../journey/page-journey.ts';
import type { JourneyStrip, Panel } from '../../journey/strip.ts';
import { signView } from './journey-map-view.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';

/** Room that a character of a state takes in its band. */
const CHARACTER_WIDTH = 6.6;

/** Speed, battery and seal of a journey over time, under the numbers of its alerts. */
export function journeyStripView({ texts }: View, { strip }: PageJourney, at: number): Markup {
  const words = texts.journey;
  const { width, height, left, speed, battery, lock, ticks, zones, signs } = strip;
  const [title, bottom] = [`strip-${at}-title`, lock.top + lock.height];
  const right = width - 14;
  return html`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${title}">
    <title id="${title}">${words.strip}</title>
    ${zones.map(({ x, width: wide, kind }) => html`<rect class="zone ${kind}" x="${x}" y="24" width="${wide}" height="${bottom - 24}"><title>${kind === 'stored' ? words.stored : words.silent}</title></rect>`)}
    ${ticks.map(({ x, atMs, isDay }) => html`<line class="tick${isDay ? ' day' : ''}" x1="${x}" y1="24" x2="${x}" y2="${bottom + 5}"/><text class="axis" x="${x}" y="${bottom + 18}" text-anchor="middle">${isDay ? '00:00' : clock(atMs)}</text><text class="axis" x="${x}" y="${bottom + 30}" text-anchor="middle">${dayOf(ticks, atMs)}</text>`)}
    ${panelView(words.speed, speed, left, right)}${panelView(words.battery, battery, left, right)}
    <text class="axis head" x="4" y="${lock.top + 13}">${words.lock}</text>
    ${lock.spans.map((span) => lockView(texts.language, lock, span))}
    ${signs.map((sign) => html`<line class="when" x1="${sign.x}" y1="${sign.y}" x2="${sign.x}" y2="${bottom}"/>${signView(sign)}`)}
  </svg>`;
}

const clock = (atMs: number): string => new Date(atMs).toISOString().slice(11, 16);

/** The date stands under the first tick of each day. */
function dayOf(ticks: JourneyStrip['ticks'], atMs: number): string {
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return ticks.find((tick) => day(tick.atMs) === day(atMs))?.atMs === atMs ? day(atMs) : '';
}

const panelView = (name: string, { top, height, lines, marks }: Panel, left: number, right: number): Markup =>
  html`<text class="axis head" x="4" y="${top + height / 2 - 2}">${name.split(' ')[0]}</text><text class="axis" x="4" y="${top + height / 2 + 11}">${name.split(' ').slice(1).join(' ')}</text>
    ${marks.map(({ y, value }) => html`<line class="grid" x1="${left}" y1="${y}" x2="${right}" y2="${y}"/><text class="axis" x="${left - 5}" y="${y + 4}" text-anchor="end">${value}</text>`)}
    ${lines.map(({ track, path }) => html`<path class="travel live t${track % 4}" d="${path}"/>`)}`;

/** A state is told by its form (full, hollow, a thread) and its word, not by its colour alone. */
function lockView(
  language: 'fr' | 'en',
  { top, height }: JourneyStrip['lock'],
  { x, width, state }: JourneyStrip['lock']['spans'][number],
): Markup {
  const word = lockStates[state][language];
  const isWordy = width > word.length * CHARACTER_WIDTH + 8 && state !== 'UNKNOWN';
  const tall = state === 'UNKNOWN' ? 4 : height;
  return html`<rect class="lock ${state.toLowerCase()}" x="${x}" y="${top + (height - tall) / 2}" width="${width}" height="${tall}"><title>${word}</title></rect>${isWordy && html`<text class="lock-word ${state.toLowerCase()}" x="${x + 5}" y="${top + 13}">${word}</text>`}`;
}
