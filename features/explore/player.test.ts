import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExplorerScene } from './explorer-scene.ts';
import { Player } from './player.ts';
import type { Scene } from './scene.ts';
import { QuietHub } from './testing/quiet-hub.ts';

test('a repetition ends when the run does, however often it was to be made', async () => {
  await using hub = await QuietHub.start();
  await using run = await hub.openRun();
  using inner = new ExplorerScene(run, run.settings.environment, 'test#1');
  let answers = 0;
  const scene: Scene = {
    ...{ environment: inner.environment, reference: inner.reference, recorded: inner.recorded },
    ...{ alone: inner.alone, away: inner.away, settle: async () => undefined },
    draw: (random, corridor, overrides) => inner.draw(random, corridor, overrides),
    seat: (country) => inner.seat(country),
    submit: (country, message) => inner.submit(country, message),
    silence: async () => {
      answers += 1;
      return undefined;
    },
    get ended() {
      return answers >= 4;
    },
  };
  const corridor = 'LOME-CINKANSE-OUAGADOUGOU';
  const player = new Player(scene, [{ number: 1, corridor, seed: 1, guarantee: 'fund', monthEnd: false }]);
  const plain = { movement: 1, by: 'TG', detail: [] };
  await player.play({ ...plain, id: 1, act: 'TransitNotice' });
  const { entry } = await player.play({ ...plain, id: 2, act: 'repeat', of: 1, count: 100 });
  assert.equal(answers, 4);
  assert.equal(entry?.times, 4);
});
