import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../../fixtures/random.ts';
import { ExplorerScene } from '../explorer-scene.ts';
import type { MovementSpec } from '../move.ts';
import { Player } from '../player.ts';
import { QuietHub } from '../testing/quiet-hub.ts';
import { Lead } from './lead.ts';
import { type Aim, unseenRefusals, unseenWays, wayKey } from './machines.ts';
import type { Option } from './option.ts';
import { Seen } from './seen.ts';

const spec = (number: number): MovementSpec => ({
  ...{ number, corridor: 'LOME-CINKANSE-OUAGADOUGOU', seed: number, guarantee: 'fund', monthEnd: false },
});

async function withPlayer(use: (player: Player) => void): Promise<void> {
  await using hub = await QuietHub.start();
  await using run = await hub.openRun();
  using scene = new ExplorerScene(run, run.settings.environment, 'lead#1');
  use(new Player(scene, [spec(1), spec(2)]));
}

/** All has been seen by some movement but this. */
function seenBut(aim: Aim): Seen {
  const seen = new Seen();
  for (const { from, row = -1 } of unseenWays(new Set())) seen.ways.add(wayKey(from, row));
  for (const { from, refused } of unseenRefusals(new Set()))
    if (from !== aim.from || refused !== aim.refused) seen.refusals.add(`${from} ${refused}`);
  return seen;
}

/** A lead that begins with what none has come to. */
function leadTo(aim: Aim): Lead {
  const lead = new Lead(createRandom('lead'), seenBut(aim));
  for (let nth = 0; nth < 100; nth += 1) if (lead.begin()) return lead;
  return assert.fail('no sequence is led to what has not been seen');
}

const option = (act: string): Option => ({
  ...{ movement: 1, by: 'TG', act, detail: [], payload: {}, weight: 1 },
});

test('a movement is led step by step to what none has come to, tries it once, and no more', () =>
  withPlayer((player) => {
    const lead = leadTo({ from: 'RELEASED', refused: 'RecoveryNotice' });
    const options = [option('RecoveryNotice'), option('TransitNotice'), option('DepartureRelease')];
    const acts = (['REGISTERED', 'RELEASED', 'RELEASED'] as const).map(
      (state) => lead.message(player, () => ({ options, state }))?.act,
    );
    assert.deepEqual(acts, ['DepartureRelease', 'RecoveryNotice', undefined]);
  }));

test('where nothing can be said that leads on, the next movement is led, and then the first again', () =>
  withPlayer((player) => {
    const lead = leadTo({ from: 'RELEASED', refused: 'RecoveryNotice' });
    const asked: number[] = [];
    for (let nth = 0; nth < 3; nth += 1)
      lead.message(player, (number) => {
        asked.push(number);
        return { options: [], state: 'CANCELLED' };
      });
    assert.deepEqual(asked, [1, 2, 1]);
  }));
