import type { PageDetail } from '../page-data.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';

const WIDTH = 480;
const MARGIN_X = 120;
const MARGIN_Y = 24;
const LEAST_HEIGHT = 150;
const MOST_HEIGHT = 420;
const LINE_HEIGHT = 15;
const CHARACTER_WIDTH = 7.2;
const GAP = 10;

type Road = PageDetail['road'];

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Label {
  readonly text: string;
  /** Left and right end, and the middle of the line. */
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/**
 * The road of a movement, projected plainly (a degree of longitude shrunk by the cosine of the middle latitude),
 * with its places in order beside it. On the map a name stands only where it touches no other.
 */
export function roadView({ texts }: View, road: Road): Markup {
  const { points, height } = project(road);
  const path = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const names = road.map(({ name }) => name);
  return html`<figure class="road"><div class="map"><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${texts.detail.road} : ${names.join(', ')}">
    <polyline points="${path}"/>
    ${points.map(({ x, y }, at) => html`<circle class="${isEnd(at, points) ? 'end' : ''}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${isEnd(at, points) ? 6 : 4}"/>`)}
    ${labelsOf(names, points).map(({ text, from, to, y, anchor }) => html`<text x="${(anchor === 'start' ? from : to).toFixed(1)}" y="${(y + 4).toFixed(1)}" text-anchor="${anchor}">${text}</text>`)}
  </svg><ol lang="fr">${names.map((name) => html`<li>${name}</li>`)}</ol></div><figcaption>${texts.detail.roadNote}</figcaption></figure>`;
}

const isEnd = (at: number, points: readonly Point[]): boolean => at === 0 || at === points.length - 1;

/** Names in order of weight (both ends, then the others), each where it is free: right, left, or nowhere. */
function labelsOf(names: readonly string[], points: readonly Point[]): Label[] {
  const placed: Label[] = [];
  const order = [...points.keys()].sort(
    (one, other) => Number(isEnd(other, points)) - Number(isEnd(one, points)),
  );
  for (const at of order) {
    const free = candidates(`${at + 1}. ${names[at] ?? ''}`, points[at]).find(
      (label) =>
        !placed.some((other) => touches(label, other)) && !points.some((point) => covers(label, point)),
    );
    if (free) placed.push(free);
  }
  return placed;
}

function candidates(text: string, point: Point | undefined): Label[] {
  if (!point) return [];
  const { x, y } = point;
  const width = text.length * CHARACTER_WIDTH;
  const right = { text, from: x + GAP, to: x + GAP + width, y, anchor: 'start' } as const;
  const left = { text, from: x - GAP - width, to: x - GAP, y, anchor: 'end' } as const;
  return [right, left].filter(({ from, to }) => from >= 0 && to <= WIDTH);
}

const touches = (one: Label, other: Label): boolean =>
  Math.abs(one.y - other.y) < LINE_HEIGHT && one.from < other.to && other.from < one.to;

const covers = ({ from, to, y }: Label, point: Point): boolean =>
  Math.abs(y - point.y) < LINE_HEIGHT / 2 && point.x > from - 4 && point.x < to + 4;

/** Positions on the page, scaled alike in both directions. */
function project(road: Road): { points: readonly Point[]; height: number } {
  const latitudes = road.map(({ latitudeDeg }) => latitudeDeg);
  const south = Math.min(...latitudes);
  const north = Math.max(...latitudes);
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const easts = road.map(({ longitudeDeg }) => longitudeDeg * shrink);
  const west = Math.min(...easts);
  const spanX = Math.max(Math.max(...easts) - west, 0.01);
  const spanY = Math.max(north - south, 0.01);
  const scale = Math.min((WIDTH - 2 * MARGIN_X) / spanX, (MOST_HEIGHT - 2 * MARGIN_Y) / spanY);
  const height = Math.max(LEAST_HEIGHT, Math.round(spanY * scale + 2 * MARGIN_Y));
  const points = road.map(({ latitudeDeg }, at) => ({
    x: WIDTH / 2 + ((easts[at] ?? west) - west - spanX / 2) * scale,
    y: height / 2 - (latitudeDeg - south - spanY / 2) * scale,
  }));
  return { points, height };
}
