import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js';
import {
  bitsOf,
  distributionOf,
  foreignDistribution,
  LONGEST,
  mergeDistributions,
  NOTHING,
  valueAt,
  valuesAt,
} from './distribution.ts';

/** What `alike` of tables/exchanges.sql does. */
const alike = (value: number, bits: number): number => {
  const unit = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(value, 1))) + 1 - bits);
  return value - (value % unit);
};

const values = Array.from({ length: 5_000 }, (_, at) => Math.round(1.004 ** ((at * 7_919) % 5_000)));
const ones = values.map(() => 1);

test('values grouped by their leading bits give the very histogram of the values themselves', () => {
  for (const digits of [2, 3] as const) {
    const whole = distributionOf(values, ones, Math.max(...values), digits);
    const groups = Map.groupBy(values, (value) => alike(value, bitsOf(digits)));
    const counts = [...groups.values()].map(({ length }) => length);
    assert.ok(groups.size < values.length);
    assert.deepEqual(distributionOf([...groups.keys()], counts, Math.max(...values), digits), whole);
  }
});

test('a percentile is within a thousandth of the exact one, and the greatest is exact', () => {
  const sorted = [...values].sort((one, other) => one - other);
  const whole = distributionOf(values, ones, Math.max(...values));
  for (const percentile of [1, 50, 90, 99, 99.9]) {
    const exact = sorted[Math.floor((percentile * sorted.length) / 100 + 0.5) - 1] ?? 0;
    const seen = valueAt(whole, percentile) ?? 0;
    assert.ok(Math.abs(seen - exact) <= exact / 1_000, `p${percentile}: ${seen} of ${exact}`);
  }
  assert.equal(valueAt(whole, 100), Math.max(...values));
});

test('parts merge into the whole, nothing among them changes nothing', () => {
  const parts = [0, 1, 2].map((part) => {
    const own = values.filter((_, at) => at % 3 === part);
    return distributionOf(
      own,
      own.map(() => 1),
      Math.max(...own),
    );
  });
  assert.deepEqual(
    mergeDistributions([NOTHING, ...parts]),
    distributionOf(values, ones, Math.max(...values)),
  );
  assert.deepEqual(mergeDistributions([]), NOTHING);
  assert.deepEqual(valuesAt(NOTHING, [50, 99]), [null, null]);
});

test('what is negative or longer than a month counts as the end of the scale', () => {
  const both = distributionOf([-5, 10 * LONGEST], [1, 1], LONGEST);
  assert.deepEqual(valuesAt(both, [1, 100]), [0, LONGEST]);
});

test('a histogram of another range is taken over, what is none is refused', () => {
  const other = build({
    highestTrackableValue: 3_600_000,
    numberOfSignificantValueDigits: 3,
    bitBucketSize: 32,
  });
  for (const late of [0, 3, 250, 90_000]) other.recordValue(late);
  const taken = foreignDistribution(encodeIntoCompressedBase64(other));
  assert.deepEqual([taken.count, valueAt(taken, 50), valueAt(taken, 75)], [4, 3, 250]);
  assert.ok(Math.abs(taken.most - 90_000) <= 90);
  for (const text of ['', 'garbage', 'AAAA', Buffer.from('HISTx').toString('base64')])
    assert.throws(() => foreignDistribution(text), text);
});
