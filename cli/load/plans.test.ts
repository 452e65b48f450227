import assert from 'node:assert/strict';
import test from 'node:test';
import { schedule } from '../../fixtures/load/schedule.ts';
import { loadReferenceData } from '../../fixtures/reference-data.ts';
import { readPlan } from './plan-file.ts';
import { planNames } from './plan-names.ts';
import { binsOf } from './prepare-traffic.ts';
import { isOfSegment, segmentWords } from './segment.ts';

const reference = loadReferenceData();
const FEW = 40;

test('every plan of the package reads by its name and begins to play', () => {
  assert.ok(planNames().length >= 10, planNames().join());
  for (const name of planNames()) {
    const plan = readPlan(name, '/');
    assert.equal(plan.plan, name);
    const movements = schedule({ plan, reference, seed: 1, salt: 's', at: Date.UTC(2026, 10, 23) });
    let count = 0;
    for (const { steps } of movements) {
      assert.ok(steps.length >= 8, name);
      count += 1;
      if (count === FEW) break;
    }
    assert.equal(count, FEW, name);
  }
});

test('a plan is found as `plans/NAME` too, and one that is not there is told with those that are', () => {
  assert.equal(readPlan('plans/ordinary-day', '/').plan, 'ordinary-day');
  assert.equal(readPlan('plans/ordinary-day.yaml', '/').plan, 'ordinary-day');
  assert.throws(() => readPlan('no-such-plan', '/'), { code: 'PLAN_NOT_FOUND', hint: /ordinary-day/ });
});

test('bins hold every movement, one arrival more than there are, and are never too many', () => {
  const starts = Array.from({ length: 3_000 }, (_, at) => at * 500);
  const { binSeconds, movementsPerBin } = binsOf(starts);
  assert.ok(movementsPerBin.length <= 602);
  assert.ok(binSeconds >= 2);
  assert.equal(
    movementsPerBin.reduce((sum, count) => sum + count, 0),
    starts.length + 2,
  );
  assert.deepEqual(binsOf([0, 200, 2_500]), { binSeconds: 1, movementsPerBin: [2, 0, 1, 2] });
});

test('segments share all movements out, and k6 is told where each begins and ends', () => {
  const of = (index: number) =>
    [0, 1, 2, 3, 4, 5, 6].filter((number) => isOfSegment(number, { index, total: 3 }));
  assert.deepEqual([...of(1), ...of(2), ...of(3)].sort(), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(segmentWords({ index: 2, total: 3 }), [
    '--execution-segment',
    '1/3:2/3',
    '--execution-segment-sequence',
    '0,1/3,2/3,1',
  ]);
  assert.deepEqual(segmentWords(undefined), []);
});
