import type { PageDetail } from '../page-data.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';

const WIDTH = 640;
const MARGIN_X = 110;
const MARGIN_Y = 36;
const LEAST_HEIGHT = 170;
const MOST_HEIGHT = 340;
const LINE_HEIGHT = 15;

type Road = PageDetail['road'];

interface Place {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** The road of a movement, projected plainly: a degree of longitude shrunk by the cosine of the middle latitude. */
export function roadView({ texts }: View, road: Road): Markup {
  const { places, height } = project(road);
  const path = places.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return html`<figure class="road"><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${texts.detail.road} : ${road.map(({ name }) => name).join(', ')}">
    <polyline points="${path}"/>
    ${sidesOf(places).map((left, at) => placeView(places[at], left, at, at === 0 || at === places.length - 1))}
  </svg><figcaption>${texts.detail.roadNote}</figcaption></figure>`;
}

/** On which side of its point each name stands: inwards, but across from a neighbour that it would touch. */
function sidesOf(places: readonly Place[]): boolean[] {
  const sides: boolean[] = [];
  for (const [at, { x, y }] of places.entries()) {
    const before = places[at - 1];
    const left = x > WIDTH / 2;
    const touches = before !== undefined && Math.abs(before.y - y) < LINE_HEIGHT && sides[at - 1] === left;
    sides.push(touches ? !left : left);
  }
  return sides;
}

function placeView(place: Place | undefined, left: boolean, at: number, isEnd: boolean): Markup {
  const { name, x, y } = place ?? { name: '', x: 0, y: 0 };
  return html`<g class="place${isEnd ? ' end' : ''}"><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${isEnd ? 6 : 4}"/><text x="${(x + (left ? -10 : 10)).toFixed(1)}" y="${(y + 4).toFixed(1)}" text-anchor="${left ? 'end' : 'start'}">${at + 1}. ${name}</text></g>`;
}

/** Positions on the page, scaled alike in both directions; names that would touch are pushed apart by the height. */
function project(road: Road): { places: readonly Place[]; height: number } {
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
  const places = road.map(({ name, latitudeDeg }, at) => ({
    name,
    x: WIDTH / 2 + ((easts[at] ?? west) - west - spanX / 2) * scale,
    y: height / 2 - (latitudeDeg - south - spanY / 2) * scale,
  }));
  return { places, height };
}
