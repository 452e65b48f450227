import { type Label, type Point, placeLabels } from '../../labels.ts';
import type { PageDetail } from '../page-data.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';

const WIDTH = 480;
const MARGIN_X = 120;
const MARGIN_Y = 24;
const LEAST_HEIGHT = 150;
const MOST_HEIGHT = 420;

type Road = PageDetail['road'];

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

/** Names in order of weight: both ends, then the others. */
function labelsOf(names: readonly string[], points: readonly Point[]): Label[] {
  const order = [...points.keys()].sort(
    (one, other) => Number(isEnd(other, points)) - Number(isEnd(one, points)),
  );
  const named = order.flatMap((at) => {
    const point = points[at];
    return point ? [{ text: `${at + 1}. ${names[at] ?? ''}`, ...point }] : [];
  });
  return placeLabels(named, points, WIDTH);
}

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
