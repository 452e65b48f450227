/** A number with at most `decimals` decimals; never minus zero, which JSON does not keep. */
export function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale + 0;
}

/** @source definition of the international nautical mile, 1852 m */
const KMH_PER_KNOT = 1.852;

/** km/h, 1 decimal. Whole knots up to several thousand stay distinct. */
export const knotsToKmh = (knots: number): number => round(knots * KMH_PER_KNOT, 1);

/** Knots, not rounded. */
export const kmhToKnots = (kmh: number): number => kmh / KMH_PER_KNOT;
