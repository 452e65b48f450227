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
const CHARACTER_WIDTH = 6.2;
const GAP = 1;

/** A numbered point. */
export interface Numbered extends Point {
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

/** `4`, `1·2`, `1-5`, `1…9`. */
function textOf(numbers: readonly number[]): string {
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? first;
  if (numbers.length <= 2) return numbers.join('·');
  return last - first === numbers.length - 1 ? `${first}-${last}` : `${first}…${last}`;
}
