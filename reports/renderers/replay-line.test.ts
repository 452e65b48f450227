import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replayLine } from './replay-line.ts';

test("one scenario is replayed on the same target and deviation, with seed and salt, without the run's selection", () => {
  const replay =
    'corridor verify --target hub.yaml --tags "@nominal" --deviation forgets --seed 7 --salt a1 --order random:3 --parallel 2';
  assert.equal(
    replayLine({ replay, seed: 7, salt: 'a1' }, 'depart/avis#le-camion/2'),
    'corridor verify --target hub.yaml --deviation forgets --scenario depart/avis#le-camion/2 --seed 7 --salt a1',
  );
});

test('an id that a shell would read otherwise is quoted', () => {
  const line = replayLine({ replay: '', seed: 1, salt: '' }, "a#$(rm -r x)'");
  assert.equal(line, `corridor verify --scenario 'a#$(rm -r x)'\\''' --seed 1`);
});

test('what carries the links, and the images of containers, are those of the run', () => {
  const replay =
    "CORRIDOR_IMAGE_PREFIX=nu/ corridor verify --target containers --images 'l'\\''image.yaml' --links toxiproxy --seed 7 --tags '@a and not @b'";
  assert.equal(
    replayLine({ replay, seed: 7, salt: '' }, 'a#b'),
    "CORRIDOR_IMAGE_PREFIX=nu/ corridor verify --target containers --images 'l'\\''image.yaml' --links toxiproxy --scenario a#b --seed 7",
  );
});
