import { type Edge, GROUP } from './edges.ts';
import type { Box, Layout } from './layout.ts';

/** An arrow as SVG path data, with the place of its label. */
export interface Arrow {
  readonly path: string;
  readonly at: { readonly x: number; readonly y: number };
}

/** Past so many pixels an arrow spans several columns, and its label stands near its tip. */
const NEAR = 250;
const FAR = 620;

interface Point {
  readonly x: number;
  readonly y: number;
}

const middle = ({ y, height }: Box): number => y + height / 2;
const centre = ({ x, width }: Box): number => x + width / 2;

function curve(a: Point, b: Point, c: Point, d: Point, t: number): Arrow {
  const at = (p: keyof Point): number =>
    (1 - t) ** 3 * a[p] + 3 * (1 - t) ** 2 * t * b[p] + 3 * (1 - t) * t ** 2 * c[p] + t ** 3 * d[p];
  const text = ({ x, y }: Point): string => `${Math.round(x)},${Math.round(y)}`;
  return { path: `M${text(a)} C${text(b)} ${text(c)} ${text(d)}`, at: { x: at('x'), y: at('y') } };
}

/** Within a column: straight to the next below, else round the side; down on the left, up on the right. */
function inColumn(from: Box, to: Box): Arrow {
  const down = to.y > from.y;
  const gap = Math.abs(to.y - from.y) - from.height;
  if (down && gap < from.height * 1.5) {
    const start = { x: centre(from), y: from.y + from.height };
    const end = { x: centre(to), y: to.y };
    return curve(start, start, end, end, 0.5);
  }
  const side = (box: Box): number => (down ? box.x : box.x + box.width);
  const bulge = (down ? -1 : 1) * Math.min(34, 16 + gap / 10);
  const start = { x: side(from), y: middle(from) + (down ? 6 : -6) };
  const end = { x: side(to), y: middle(to) + (down ? -6 : 6) };
  return curve(start, { x: start.x + bulge, y: start.y }, { x: end.x + bulge, y: end.y }, end, 0.5);
}

/** To the right: from side to side, far ones above or below all others. To the left: below all. */
function acrossColumns(from: Box, to: Box, lane: number, isGroup: boolean, bottom: number): Arrow {
  if (to.x < from.x) {
    const start = { x: centre(from), y: from.y + from.height };
    const end = { x: centre(to), y: to.y + to.height };
    return curve(start, { x: start.x, y: bottom }, { x: end.x, y: bottom }, end, 0.5);
  }
  const isFar = to.x - from.x - from.width > FAR;
  const level =
    isGroup && !isFar
      ? Math.max(from.y + 12, Math.min(middle(to), from.y + from.height - 12))
      : middle(from) + lane * 7;
  const start = { x: from.x + from.width, y: isGroup && isFar ? from.y + 20 : level };
  const end = { x: to.x, y: middle(to) + (isGroup ? 0 : lane * 5) };
  const pull = (end.x - start.x) * 0.45;
  const edge = isGroup ? 10 : bottom;
  const bend = isFar ? edge : undefined;
  const near = end.x - start.x > NEAR ? 0.82 : 0.5;
  return curve(
    start,
    { x: start.x + pull, y: bend ?? start.y },
    { x: end.x - pull, y: bend ?? end.y },
    end,
    isFar ? 0.5 : near,
  );
}

/** The arrows of a picture, in the order of `edges`. */
export function arrowsOf(edges: readonly Edge[], { boxes, height }: Layout): Arrow[] {
  const leaving = new Map<string, number>();
  return edges.map(({ from, to }) => {
    const source = boxes.get(from);
    const target = boxes.get(to);
    if (!source || !target) throw new TypeError(`Failed to draw ${from} -> ${to}: found no box.`);
    const lane = leaving.get(from) ?? 0;
    leaving.set(from, lane >= 0 ? -lane - 1 : -lane);
    const sameColumn = from !== GROUP && source.x === target.x;
    return sameColumn
      ? inColumn(source, target)
      : acrossColumns(source, target, lane, from === GROUP, height - 24);
  });
}
