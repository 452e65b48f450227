import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../../fixtures/random.ts';
import type { MovementState } from '../../../profile/states/movement-states.ts';
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

const option = (act: string, payload = {}): Option => ({
  ...{ movement: 1, by: 'TG', act, detail: [], payload, weight: 1 },
});

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

/** A lead at the beginning of a sequence, where all has been seen but this. */
function leadAfter(seed: number, aim: Aim): Lead {
  const lead = new Lead(createRandom(`lead ${seed}`), seenBut(aim));
  lead.begin();
  return lead;
}

const unseen: Aim = { from: 'RELEASED', refused: 'RecoveryNotice' };
const byHand = option('DischargeNotice', { basis: 'BY_HAND' });

test('a movement is led on until it is there, and then it is tried what none has come to', () =>
  withPlayer((player) => {
    const options = [option('RecoveryNotice'), byHand, option('DepartureRelease')];
    const acts = SEEDS.map((seed) => {
      const lead = leadAfter(seed, unseen);
      const at = (state: MovementState) => lead.message(player, () => ({ options, state }))?.act;
      return [at('REGISTERED'), at('RELEASED')];
    });
    assert.ok(
      acts.every(([first = 'DepartureRelease']) => first === 'DepartureRelease'),
      `${acts}`,
    );
    assert.ok(acts.some(([first]) => first === 'DepartureRelease'));
    assert.ok(acts.some(([, then]) => then === 'RecoveryNotice'));
  }));

test('when the sequence is over, movements are led to their ends alone', () =>
  withPlayer((player) => {
    const options = [option('RecoveryNotice'), byHand];
    const acts = SEEDS.map((seed) => {
      const lead = leadAfter(seed, unseen);
      return lead.last(player, () => ({ options, state: 'RELEASED' }))?.act;
    });
    assert.deepEqual(new Set(acts), new Set(['DischargeNotice', undefined]));
  }));

test('a step that brought nothing is not taken again', () =>
  withPlayer((player) => {
    const lead = leadAfter(1, unseen);
    const options = [option('DepartureRelease')];
    const acts = SEEDS.map(() => lead.last(player, () => ({ options, state: 'REGISTERED' }))?.act);
    assert.equal(acts.filter((act) => act === 'DepartureRelease').length, player.movements.size);
  }));

test('where nothing leads a movement on, the others are led, each in its turn', () =>
  withPlayer((player) => {
    const asked: number[] = [];
    const lead = leadAfter(1, unseen);
    const step = lead.message(player, (number) => {
      asked.push(number);
      return { options: [], state: 'CANCELLED' };
    });
    assert.equal(step, undefined);
    assert.deepEqual(asked, [1, 2]);
  }));
