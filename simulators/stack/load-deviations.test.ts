import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Crowd, every } from './deviations/crowd.ts';
import { hooksOf } from './deviations/deviation.ts';
import { allDeviations, deviationNamed } from './deviations/deviations.ts';
import { ShiftedCursors } from './deviations/shifted-cursors.ts';
import { composeHooks, type Intake } from './hooks.ts';

const SUBMISSION = { seat: 'TG', bytes: Buffer.from('{"messageId":"1"}') };
const ANSWER = { status: 202, body: Buffer.from('{}') };
const at = { clock: { now: () => 0 }, pause: () => Promise.resolve() };

type OnIntake = (take: Intake, submission: typeof SUBMISSION) => Intake;

/** So many submissions, never more in process at once than told. */
async function pass(onIntake: OnIntake, count: number, atOnce: number): Promise<void> {
  for (let left = count; left > 0; left -= atOnce) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const take: Intake = () => promise.then(() => ANSWER);
    const taken = Array.from({ length: Math.min(left, atOnce) }, () => onIntake(take, SUBMISSION)());
    resolve();
    await Promise.all(taken);
  }
}

test('submissions one after the other are no crowd, and no convoy of a scenario is one', async () => {
  const crowd = new Crowd();
  await pass(crowd.onIntake, 3000, 1);
  assert.equal(crowd.isThere, false);
  await pass(crowd.onIntake, 600, 16);
  assert.equal(crowd.isThere, false);
});

test('twenty at once are a crowd, for the next two hundred too', async () => {
  const crowd = new Crowd();
  await pass(crowd.onIntake, 20, 20);
  assert.equal(crowd.isThere, true);
  await pass(crowd.onIntake, 199, 1);
  assert.equal(crowd.isThere, true);
  await pass(crowd.onIntake, 1, 1);
  assert.equal(crowd.isThere, false);
});

test('a few at once are a crowd when it lasts, and one that fails has left too', async () => {
  const crowd = new Crowd();
  await pass(crowd.onIntake, 2000, 4);
  assert.equal(crowd.isThere, true);
  const failing = crowd.onIntake(() => Promise.reject(new Error('no')), SUBMISSION);
  await assert.rejects(failing());
  assert.equal(crowd.inProcess, 0);
});

test('every so many counts on from the first', () => {
  const isTold = every(3, 2);
  assert.deepEqual(
    Array.from({ length: 8 }, () => isTold()),
    [false, true, false, false, true, false, false, true],
  );
});

test('a cursor that is given to something else moves up those behind it, and leaves none out', () => {
  const cursors = new ShiftedCursors();
  for (const cursor of [1, 2, 3]) cursors.queued('BF', cursor);
  const given = [cursors.giveNext('BF'), cursors.giveNext('BF')];
  const shown = [1, 2, 3, 4, 5].map((cursor) => cursors.shown('BF', cursor));
  assert.deepEqual(
    [shown, given],
    [
      [1, 2, 3, 6, 7],
      [4, 5],
    ],
  );
  assert.equal(cursors.shown('TG', 4), 4);
});

test('in a crowd every submission costs more with every movement, and in peace nothing', async () => {
  const paused: number[] = [];
  const pause = async (ms: number): Promise<void> => void paused.push(ms);
  const deviation = deviationNamed('searches-every-movement-in-a-crowd');
  assert.ok(deviation);
  const { onIntake, onLedger } = composeHooks([hooksOf(deviation, { ...at, pause })]);
  const held = (count: number): void => {
    for (let reference = 0; reference < count; reference += 1)
      onLedger({ reference: `${reference}` } as Parameters<typeof onLedger>[0], null);
  };
  held(100);
  await pass(onIntake, 100, 16);
  assert.deepEqual(paused, []);
  await pass(onIntake, 24, 24);
  held(400);
  await pass(onIntake, 2, 2);
  assert.deepEqual([...new Set(paused)], [20, 80]);
});

test('what one stack remembers of its crowd another does not', async () => {
  const deviation = deviationNamed('holds-twice-in-a-crowd');
  assert.ok(deviation);
  const [busy, quiet] = [composeHooks([hooksOf(deviation, at)]), composeHooks([hooksOf(deviation, at)])];
  await pass(busy.onIntake, 24, 24);
  const held = ({ onReserved }: typeof busy): number[] =>
    [1, 2, 3].map((amount) => onReserved(amount, { guarantee: 'G', reference: 'R' }));
  assert.deepEqual(
    [held(busy), held(quiet)],
    [
      [1, 2, 6],
      [1, 2, 3],
    ],
  );
});

test('whoever shows only under load is not called shy as well', () => {
  const both = allDeviations().filter(({ shy, underLoad }) => shy && underLoad);
  assert.deepEqual(both, []);
});
