import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  type Histogram,
} from 'hdr-histogram-js';
import { z } from 'zod';

/** 31 days in microseconds, 85 years in milliseconds: what is longer counts as this. */
export const LONGEST = 2_678_400_000_000;

/** Significant digits of a histogram; 3 for what is judged, 2 for each bin of a plot. */
export type Digits = 2 | 3;

/**
 * Bits that a histogram of so many digits keeps of a value: values that agree in them are one to it. SQL groups by them, so that
 * what reaches Node is the histogram itself, not a million of rows.
 * @source hdr-histogram-js 3.0.1, JsHistogram: the least power of two that is at least 2 x 10^digits
 */
export const bitsOf = (digits: Digits): number => Math.ceil(Math.log2(2 * 10 ** digits));

/** How often which value was seen; the unit is that of its owner. `histogram`: HDR, compressed, base64, empty of nothing. */
export const distribution = z.strictObject({
  count: z.int().min(0),
  /** The greatest, exactly. */
  most: z.number().min(0),
  histogram: z.string(),
});
export type Distribution = z.infer<typeof distribution>;

/** A distribution of nothing. */
export const NOTHING: Distribution = { count: 0, most: 0, histogram: '' };

const newHistogram = (digits: Digits): Histogram =>
  build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: LONGEST,
    numberOfSignificantValueDigits: digits,
    bitBucketSize: 32,
    useWebAssembly: false,
  });

const decoded = (text: string): Histogram => decodeFromCompressedBase64(text, 32, false);

const told = (histogram: Histogram, most: number): Distribution =>
  histogram.totalCount === 0
    ? NOTHING
    : { count: histogram.totalCount, most, histogram: encodeIntoCompressedBase64(histogram) };

/** Values and how often each was seen, as SQL grouped them; `most` is the greatest before it was grouped. */
export function distributionOf(
  values: readonly number[],
  counts: readonly number[],
  most: number,
  digits: Digits = 3,
): Distribution {
  const histogram = newHistogram(digits);
  for (const [at, value] of values.entries())
    histogram.recordValueWithCount(Math.min(Math.max(0, value), LONGEST), counts[at] ?? 0);
  return told(histogram, most);
}

/** Several distributions of one quantity as one; no percentile of it differs from that of the whole measured at once. */
export function mergeDistributions(all: readonly Distribution[]): Distribution {
  const [first, ...others] = all.filter(({ count }) => count > 0);
  if (!first) return NOTHING;
  if (others.length === 0) return first;
  const sum = decoded(first.histogram);
  for (const { histogram } of others) sum.add(decoded(histogram));
  return told(sum, Math.max(first.most, ...others.map(({ most }) => most)));
}

/**
 * A histogram that somebody else encoded, as a distribution; its resolution is that of ours.
 * @throws Error for what is none
 */
export function foreignDistribution(text: string): Distribution {
  const sum = newHistogram(3);
  const other = decoded(text);
  sum.add(other);
  return told(sum, Math.min(sum.maxValue, LONGEST));
}

/** The values at these percentiles, 0 to 100, or null of nothing. Never above the greatest seen. */
export function valuesAt(
  { count, most, histogram }: Distribution,
  percentiles: readonly number[],
): (number | null)[] {
  if (count === 0) return percentiles.map(() => null);
  const all = decoded(histogram);
  return percentiles.map((percentile) => Math.min(most, all.getValueAtPercentile(percentile)));
}

/** The value at one percentile. */
export const valueAt = (one: Distribution, percentile: number): number | null =>
  valuesAt(one, [percentile])[0] ?? null;
