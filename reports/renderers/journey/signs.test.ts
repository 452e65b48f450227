import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signsOf } from './signs.ts';

const at = (number: number, x: number, y = 10) => ({ number, x, y });

test('signs that would hide each other are one, and it names them all and no other', () => {
  const texts = (...numbers: number[]) =>
    signsOf(numbers.map((number) => at(number, 50))).map(({ text }) => text);
  assert.deepEqual(texts(4), ['4']);
  assert.deepEqual(texts(1, 3), ['1·3']);
  assert.deepEqual(texts(1, 2, 3, 4), ['1-4']);
  assert.deepEqual(texts(5, 7, 8), ['5·7-8']);
  assert.deepEqual(texts(1, 3, 5, 7, 9), ['1 +4']);
});

test('signs that stand apart stay where they are', () => {
  assert.deepEqual(
    signsOf([at(1, 50), at(2, 80), at(3, 50, 40)]).map(({ x, y, text }) => [x, y, text]),
    [
      [50, 10, '1'],
      [80, 10, '2'],
      [50, 40, '3'],
    ],
  );
});

test('a crowd of alerts is a handful of signs', () => {
  const crowd = Array.from({ length: 60 }, (_, index) => at(index + 1, 500 + (index % 7)));
  assert.deepEqual(
    signsOf(crowd).map(({ text }) => text),
    ['1-60'],
  );
});
