import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exploreAgain, playAgain } from './explore-run.ts';
import { replayOf } from './reconcile-evidence.ts';

const plain = { target: 'reference', time: 60, out: 'x', format: 'human' } as const;

test('an exploration is repeated with its seed, its time, its steps and what it was against', () => {
  assert.equal(exploreAgain(plain, 7), 'corridor explore --seed 7 --time 60');
  assert.equal(
    exploreAgain({ ...plain, steps: 90, target: 'my hub.yaml', answerWithin: 2_500 }, 7),
    "corridor explore --seed 7 --time 60 --steps 90 --target 'my hub.yaml' --answer-within 2.5",
  );
  assert.equal(
    playAgain({ ...plain, deviation: 'acknowledges-afresh' }, 'found.feature'),
    'corridor explore --play found.feature --deviation acknowledges-afresh',
  );
});

test('a file that was played is played again, nothing is drawn', () => {
  assert.equal(exploreAgain({ ...plain, play: 'found.feature' }, 7), 'corridor explore --play found.feature');
});

test('reconciling is repeated with every option, and words that a shell would split are quoted', () => {
  const plainly = { underWay: false, chain: false, runs: 'reports/runs', format: 'human' } as const;
  assert.equal(replayOf(['last'], plainly), 'corridor reconcile last');
  assert.equal(
    replayOf(['seat TG.ndjson', 'b.ndjson'], { ...plainly, underWay: true, chain: true, runs: 'my runs' }),
    "corridor reconcile 'seat TG.ndjson' b.ndjson --under-way --chain --runs 'my runs'",
  );
});
