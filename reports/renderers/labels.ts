/** A point of a picture, in its units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A name on a picture: left and right end, and the middle of the line. */
export interface Label {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** A name that wants a place at a point. */
export interface Named extends Point {
  readonly text: string;
}

const LINE_HEIGHT = 15;
const CHARACTER_WIDTH = 7.2;
const GAP = 10;

/**
 * Names in the order given, each where it is free: right of its point, left of it, or nowhere.
 * @param obstacles points that no name may cover
 * @param width of the picture; a name never leaves it
 */
export function placeLabels(
  names: readonly Named[],
  obstacles: readonly Point[],
  width: number,
  taken: readonly Label[] = [],
): Label[] {
  const placed: Label[] = [];
  for (const name of names) {
    const free = candidates(name, width).find(
      (label) =>
        ![...taken, ...placed].some((other) => touches(label, other)) &&
        !obstacles.some((point) => covers(label, point)),
    );
    if (free) placed.push(free);
  }
  return placed;
}

function candidates({ text, x, y }: Named, most: number): Label[] {
  const width = text.length * CHARACTER_WIDTH;
  const right = { text, from: x + GAP, to: x + GAP + width, y, anchor: 'start' } as const;
  const left = { text, from: x - GAP - width, to: x - GAP, y, anchor: 'end' } as const;
  return [right, left].filter(({ from, to }) => from >= 0 && to <= most);
}

/** True when two names would be read as one. */
export const touches = (one: Label, other: Label): boolean =>
  Math.abs(one.y - other.y) < LINE_HEIGHT && one.from < other.to && other.from < one.to;

const covers = ({ from, to, y }: Label, point: Point): boolean =>
  Math.abs(y - point.y) < LINE_HEIGHT / 2 && point.x > from - 4 && point.x < to + 4;
