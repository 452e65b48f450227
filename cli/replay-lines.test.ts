import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replayOf } from './reconcile-evidence.ts';

test('reconciling is repeated with every option, and words that a shell would split are quoted', () => {
  const plainly = { underWay: false, chain: false, runs: 'reports/runs', format: 'human' } as const;
  assert.equal(replayOf(['last'], plainly), 'corridor reconcile last');
  assert.equal(
    replayOf(['seat TG.ndjson', 'b.ndjson'], { ...plainly, underWay: true, chain: true, runs: 'my runs' }),
    "corridor reconcile 'seat TG.ndjson' b.ndjson --under-way --chain --runs 'my runs'",
  );
});
