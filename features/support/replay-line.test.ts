import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ImageList, imagesWith } from './containers/image-list.ts';
import { exploreLine, replayLine } from './replay-line.ts';

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

test('links by Toxiproxy are carried along, the embedded ones go without saying', () => {
  const run = { seed: 7, salt: 'a', target: 'reference' };
  assert.equal(
    replayLine({ ...run, options: { links: 'toxiproxy' } }),
    'corridor verify --seed 7 --salt a --links toxiproxy',
  );
  assert.equal(replayLine({ ...run, options: { links: 'embedded' } }), 'corridor verify --seed 7 --salt a');
});

test('the images of containers are chosen again as they were', () => {
  const run = { seed: 7, salt: 'a', target: 'containers' };
  const by = (images: ImageList) =>
    replayLine({ ...run, options: { target: { images, contexts: {}, tell } } });
  const told = 'corridor verify --target containers --seed 7 --salt a';
  assert.equal(by(imagesWith()), told);
  assert.equal(by(imagesWith({}, '')), told);
  assert.equal(by(imagesWith({}, 'nu/')), `CORRIDOR_IMAGE_PREFIX=nu/ ${told}`);
  const file = 'nos images.yaml';
  assert.equal(
    by({ ...imagesWith({ prefix: 'nu/' }, ''), file }),
    "CORRIDOR_IMAGE_PREFIX='' corridor verify --target containers --images 'nos images.yaml' --seed 7 --salt a",
  );
});

const tell = (): void => undefined;
const plain = { seed: 7, timeMs: 60_000, target: 'reference' };

test('an exploration is repeated with its seed, its time, its steps and what it was against', () => {
  assert.equal(exploreLine(plain), 'corridor explore --seed 7 --time 60');
  assert.equal(
    exploreLine({ ...plain, steps: 90, target: 'my hub.yaml', answerWithinMs: 2_500 }),
    "corridor explore --seed 7 --time 60 --steps 90 --target 'my hub.yaml' --answer-within 2.5",
  );
});

test('a file that was played is played again, nothing is drawn', () => {
  assert.equal(
    exploreLine({ ...plain, play: 'found.feature', deviation: 'acknowledges-afresh' }),
    'corridor explore --play found.feature --deviation acknowledges-afresh',
  );
});
