import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Move, Sequence } from './move.ts';
import { shrink } from './shrink.ts';

const move = (id: number, act = 'BorderPassage', of?: number): Move => ({
  ...{ id, movement: (id % 3) + 1, by: 'BF', act, detail: [] },
  ...(of !== undefined && { of }),
});

const sequence: Sequence = {
  movements: [1, 2, 3].map((number) => ({
    number,
    corridor: 'X',
    seed: number,
    guarantee: 'reservable',
    monthEnd: true,
  })),
  moves: Array.from({ length: 40 }, (_, index) => move(index + 1)),
};

const never = () => false;

test('forty moves of which three are to blame come down to those three, their movements and plain contents', async () => {
  const blamed = [7, 19, 33];
  let trials = 0;
  const fails = async ({ moves }: Sequence) => {
    trials += 1;
    return blamed.every((id) => moves.some((one) => one.id === id));
  };
  const short = await shrink(sequence, fails, never);
  assert.deepEqual(
    short.moves.map(({ id }) => id),
    blamed,
  );
  assert.deepEqual(
    short.movements.map(({ number, guarantee, monthEnd }) => [number, guarantee, monthEnd]),
    [
      [1, 'fund', false],
      [2, 'fund', false],
    ],
  );
  assert.ok(trials < 80, `${trials} trials`);
});

test('a content that is to blame is kept', async () => {
  const fails = async ({ movements }: Sequence) =>
    movements.some(({ number, monthEnd }) => number === 2 && monthEnd);
  const short = await shrink(sequence, fails, never);
  assert.deepEqual(
    short.movements.map(({ number, monthEnd }) => [number, monthEnd]),
    [[2, true]],
  );
});

test('a repetition leaves with the message that it repeats', async () => {
  const moves = [move(1), move(2), move(3, 'repeat', 1)];
  const fails = async ({ moves: left }: Sequence) => left.some(({ id }) => id === 2);
  const short = await shrink({ ...sequence, moves }, fails, never);
  assert.deepEqual(
    short.moves.map(({ id }) => id),
    [2],
  );
});

test('when time is over the best so far is given', async () => {
  let trials = 0;
  const over = () => trials >= 1;
  const fails = async () => {
    trials += 1;
    return true;
  };
  const short = await shrink(sequence, fails, over);
  assert.equal(trials, 1);
  assert.ok(short.moves.length < 40);
});
