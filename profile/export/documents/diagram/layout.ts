import { type Edge, GROUP } from './edges.ts';

/** A box of the picture, in pixels; `x` and `y` are its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything stands. `boxes` holds the states and, under {@link GROUP}, the frame of the group. */
export interface Layout {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly width: number;
  readonly height: number;
}

const NODE = { width: 172, height: 42 };
const GAP = { column: 130, row: 46 };
const PITCH = NODE.height + GAP.row;
const MIN_ROWS = 4;
/** Lone states between two columns stand low and high by turns, so that arrows past them do not cross them. */
const LONE = [0.7, 0.24];
const MARGIN = 40;
const FRAME = 46;

/**
 * Columns from left to right: each state right of every state that leads to it. The group takes one column. An arrow
 * against the order in which the states are declared counts as a way back and moves nothing.
 */
function columnsOf(states: readonly string[], edges: readonly Edge[], group: readonly string[]): string[][] {
  const owner = (state: string): string => (group.includes(state) ? GROUP : state);
  const order = [...new Set(states.map(owner))];
  const column = new Map(order.map((state) => [state, 0]));
  for (const state of order) {
    for (const { from, to } of edges) {
      const target = owner(to);
      if (owner(from) !== state || order.indexOf(target) <= order.indexOf(state)) continue;
      // two states that lead to each other stand one above the other
      if (edges.some((back) => back.from === to && back.to === from)) continue;
      column.set(target, Math.max(column.get(target) ?? 0, (column.get(state) ?? 0) + 1));
    }
  }
  const columns: string[][] = [];
  for (const [state, index] of column) {
    columns[index] ??= [];
    columns[index].push(...(state === GROUP ? group : [state]));
  }
  return columns.filter((members) => members.length > 0);
}

/** Places every state; the picture is as wide and high as it must be. */
export function layOut(states: readonly string[], edges: readonly Edge[], group: readonly string[]): Layout {
  const columns = columnsOf(states, edges, group);
  const tallest = Math.max(MIN_ROWS, ...columns.map(({ length }) => length));
  const height = tallest * PITCH + 2 * MARGIN + 60;
  const boxes = new Map<string, Box>();
  let lone = 0;
  columns.forEach((members, index) => {
    const x = MARGIN + index * (NODE.width + GAP.column);
    const isGroup = members.some((state) => group.includes(state));
    const between = members.length === 1 && index > (group.length > 0 ? 1 : 0) && index < columns.length - 1;
    const turn = between ? LONE[lone++ % LONE.length] : undefined;
    members.forEach((state, row) => {
      const share = turn ?? (row + 1) / (members.length + 1);
      const stacked = (height - members.length * PITCH + GAP.row) / 2 + row * PITCH;
      const y = isGroup ? stacked : height * share - NODE.height / 2;
      boxes.set(state, { x, y: Math.round(y), ...NODE });
    });
  });
  const frame = frameOf(group.flatMap((state) => boxes.get(state) ?? []));
  if (frame) boxes.set(GROUP, frame);
  return { boxes, width: columns.length * (NODE.width + GAP.column) - GAP.column + 2 * MARGIN, height };
}

function frameOf(members: readonly Box[]): Box | undefined {
  if (members.length === 0) return undefined;
  const left = Math.min(...members.map(({ x }) => x)) - FRAME;
  const top = Math.min(...members.map(({ y }) => y)) - FRAME / 2;
  const right = Math.max(...members.map(({ x, width }) => x + width)) + FRAME;
  const bottom = Math.max(...members.map(({ y, height }) => y + height)) + FRAME / 2;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
