import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../../fixtures/random.ts';
import { messages } from '../../../profile/messages/messages.ts';
import { movementStates } from '../../../profile/states/movement-states.ts';
import { isDeed, type Sequence } from '../move.ts';
import { improvise, type Performance, perform } from '../play.ts';
import { QuietHub } from '../testing/quiet-hub.ts';
import { WORDS } from '../words.ts';
import type { Means } from './deeds.ts';
import { Generator } from './generator.ts';
import { messageOptions } from './messages.ts';

const ALL: Means = { clock: true, restart: true };

/** Some sequences one after the other, as one search draws them. */
async function played(seed: number, count: number, means = ALL): Promise<Performance[]> {
  await using hub = await QuietHub.start();
  await using run = await hub.openRun();
  const { environment, reference } = run.settings;
  const generator = new Generator(createRandom(`generator ${seed}`), reference, means);
  const performances: Performance[] = [];
  for (let nth = 1; nth <= count; nth += 1)
    performances.push(await improvise(run, environment, `test#${nth}`, generator, () => false));
  return performances;
}

const drawn = async (seed: number, means = ALL): Promise<Sequence[]> =>
  (await played(seed, 4, means)).map(({ sequence }) => sequence);

test('the same seed draws the same sequences, another seed others', async () => {
  const [once, again, other] = [await drawn(1), await drawn(1), await drawn(2)];
  assert.deepEqual(once, again);
  assert.notDeepEqual(once, other);
});

test('moves are messages or deeds, of movements of the sequence, and refer to moves before them', async () => {
  for (const { movements, moves } of await drawn(3)) {
    const numbers = new Set([0, ...movements.map(({ number }) => number)]);
    const before = new Set<number>();
    for (const { id, movement, act, of } of moves) {
      assert.ok(act in messages || isDeed(act), act);
      assert.ok(numbers.has(movement), `${movement}`);
      assert.ok(of === undefined || before.has(of), `${of}`);
      before.add(id);
    }
  }
});

test('where there is no test clock and no way to restart, nobody waits, leaves or restarts', async () => {
  const sequences = await drawn(4, { clock: false, restart: false });
  const acts = new Set(sequences.flatMap(({ moves }) => moves.map(({ act }) => act)));
  assert.ok(acts.size > 3);
  for (const act of ['wait', 'leave', 'return', 'lose-answers', 'restart']) assert.ok(!acts.has(act), act);
});

test('what has not been seen is looked for: sixty sequences come to every state', async () => {
  const entries = (await played(5, 60)).flatMap(({ player }) => [...player.model.entries.values()]);
  const reached = new Set<string | undefined>(entries.map(({ after }) => after));
  const missed = Object.keys(movementStates).filter((state) => state !== 'NONE' && !reached.has(state));
  assert.deepEqual(missed, []);
});

test('behind a message that waits for a version another often waits, before the missing one comes', async () => {
  const isBehind = (await played(7, 40)).flatMap(({ player }) =>
    player.played.flatMap(({ move, entry }, at) => {
      if (entry?.waitedFor !== 'version' || move.act === 'repeat') return [];
      return [player.played[at + 1]?.move.detail.includes(WORDS.behind) ?? false];
    }),
  );
  assert.ok(isBehind.length > 0);
  assert.ok(isBehind.filter(Boolean).length * 3 > isBehind.length, `${isBehind}`);
});

test('a number that is taken is tried with every message that carries one, and with one amendment', async () => {
  await using hub = await QuietHub.start();
  await using run = await hub.openRun();
  const { environment, reference } = run.settings;
  const spec = { number: 1, corridor: 'LOME-CINKANSE-OUAGADOUGOU', seed: 1, guarantee: 'fund' } as const;
  const notice = { id: 1, movement: 1, by: 'TG', act: 'TransitNotice', detail: [] };
  const sequence = { movements: [{ ...spec, monthEnd: false }], moves: [notice] };
  const { player } = await perform(run, environment, 'test#1', sequence);
  const { model } = player;
  const movement = player.movements.get(1) ?? assert.fail();
  const view = model.movements.get(movement.reference);
  const situation = { number: 1, movement, view, model, reference, countries: ['TG', 'BF'] };
  const taken = messageOptions(situation).filter(({ detail }) => detail.includes(WORDS.reached));
  const acts = taken.map(({ act }) => act);
  const carryOne = Object.values(messages).filter(({ numbering }) => numbering === 'movementVersion');
  assert.deepEqual([...new Set(acts)].sort(), carryOne.map(({ name }) => name).sort());
  assert.equal(acts.filter((act) => act === 'TransitNotice').length, 1);
});
