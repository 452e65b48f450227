import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replayLine } from './replay-line.ts';

test('the line carries seed and salt, and what was chosen, quoted for a shell', () => {
  const options = { tags: '@nominal and not @exclusif', order: 'random:3', deviation: 'tells-everybody' };
  assert.equal(
    replayLine({ seed: 7, salt: 'ab12', target: 'reference', options }),
    "corridor verify --seed 7 --salt ab12 --tags '@nominal and not @exclusif' --order random:3 --deviation tells-everybody",
  );
});

test('a target file is named, and the order of the features is left out', () => {
  const line = replayLine({ seed: 7, salt: 'a', target: 'hub préprod.yaml', options: { order: 'defined' } });
  assert.equal(line, "corridor verify --target 'hub préprod.yaml' --seed 7 --salt a");
});
