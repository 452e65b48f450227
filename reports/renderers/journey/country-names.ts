import { type Label, type Point, touches } from '../labels.ts';
import { type Frame, rounded } from './frame.ts';
import { countriesIn, type SeenCountry } from './world.ts';

/** The name of a country and the middle of its line on a map. */
export interface CountryName extends Point {
  readonly fr: string;
  readonly en: string;
}

const CHARACTER_WIDTH = 9.5;
const LINE_HEIGHT = 16;
const MARGIN = 8;

/** Where a name is tried, from the middle of its country outwards. */
const TRIED = steps(16, 10)
  .flatMap((x) => steps(24, 7).map((y) => ({ x, y })))
  .sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y));

function steps(size: number, count: number): number[] {
  return Array.from({ length: 2 * count + 1 }, (_, at) => (at - count) * size);
}

/**
 * Names of the countries, each where it lies wholly in its country, on no other name and on no line; one that finds no such
 * place is left out.
 * @param obstacles points that no name may cover
 */
export function nameCountries(
  frame: Frame,
  labels: readonly Label[],
  obstacles: readonly Point[],
): CountryName[] {
  const taken = [...labels];
  return countriesIn(frame).flatMap((country) => {
    const { fr, en, x, y } = country;
    const half = (Math.max(fr.length, en.length) * CHARACTER_WIDTH) / 2;
    for (const tried of TRIED) {
      const at = { x: rounded(x + tried.x), y: rounded(y + tried.y) };
      const label: Label = { text: fr, from: at.x - half, to: at.x + half, y: at.y, anchor: 'start' };
      if (!isFree(label, frame, taken, obstacles) || !isWithin(country, label)) continue;
      taken.push(label);
      return [{ fr, en, ...at }];
    }
    return [];
  });
}

const isFree = (
  label: Label,
  { width, height }: Frame,
  taken: readonly Label[],
  obstacles: readonly Point[],
): boolean =>
  label.from > MARGIN &&
  label.to < width - MARGIN &&
  label.y > LINE_HEIGHT &&
  label.y < height - LINE_HEIGHT &&
  !taken.some((other) => touches(label, other)) &&
  !obstacles.some(
    ({ x, y }) => Math.abs(y - label.y) < LINE_HEIGHT && x > label.from - MARGIN && x < label.to + MARGIN,
  );

const isWithin = ({ holds }: SeenCountry, { from, to, y }: Label): boolean =>
  holds(from, y) && holds((from + to) / 2, y) && holds(to, y);
