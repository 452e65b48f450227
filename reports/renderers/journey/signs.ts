import type { Point } from '../labels.ts';

/** One sign for one or several alerts that would hide each other. */
export interface Sign extends Point {
  /** Numbers of its alerts, 1-based, ascending. */
  readonly numbers: readonly number[];
  readonly width: number;
  readonly text: string;
}

const HEIGHT = 16;
const LEAST_WIDTH = 16;
const CHARACTER_WIDTH = 6.8;
const MOST_PARTS = 3;
const GAP = 1;

/** A numbered point. */
interface Numbered extends Point {
  readonly number: number;
}

/** Brings the signs together that would overlap; the first stays where it is. */
export function signsOf(points: readonly Numbered[]): Sign[] {
  const groups: { x: number; y: number; numbers: number[] }[] = [];
  for (const { x, y, number } of points) {
    const near = groups.find(
      (group) =>
        Math.abs(group.y - y) < HEIGHT + GAP &&
        Math.abs(group.x - x) < (widthOf(textOf([...group.numbers, number])) + LEAST_WIDTH) / 2 + GAP,
    );
    if (near) near.numbers.push(number);
    else groups.push({ x, y, numbers: [number] });
  }
  return groups.map((group) => {
    const text = textOf(group.numbers);
    return { ...group, text, width: widthOf(text) };
  });
}

const widthOf = (text: string): number =>
  Math.max(LEAST_WIDTH, Math.round(text.length * CHARACTER_WIDTH + 6));

/** `4`, `1·3`, `1-5`, `1·4-6`; of more than three parts only the first and how many others: `1 +7`. */
function textOf(numbers: readonly number[]): string {
  const parts: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const open = parts.at(-1);
    if (open && number === open.to + 1) open.to = number;
    else parts.push({ from: number, to: number });
  }
  if (parts.length > MOST_PARTS) return `${numbers[0]} +${numbers.length - 1}`;
  return parts.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join('·');
}
