import { test } from 'node:test';
import { type BooksJudged, booksAgree } from './books-agree.ts';
import { assertGreen, assertRed, REFERENCE } from './testing/evidence.ts';

const judged = (changes: Partial<BooksJudged> = {}): BooksJudged => ({
  exchanges: 12,
  movements: 1,
  findings: [],
  explained: [{ invariant: 'open-without-end', explanation: 'scenario', count: 1, movements: [REFERENCE] }],
  ...changes,
});
const ours = { movements: [REFERENCE], alone: true, incomplete: false };

const lost = {
  invariant: 'concerned-but-not-told',
  requirements: ['RTE-003'],
  movement: REFERENCE,
  reason: "NE n'a jamais reçu la mainlevée de TG",
};
const waiting = {
  invariant: 'concerned-but-not-told',
  explanation: 'queued',
  count: 1,
  movements: [REFERENCE],
};

test('books that agree, of a journey that stops where its scenario does, are as required', () => {
  assertGreen(booksAgree(judged(), ours));
});

test('what was lost is told with its reason, against the requirement of the invariant too', () => {
  assertRed(booksAgree(judged({ findings: [lost] }), ours), /jamais reçu/);
});

test('what still waits is lost, unless somebody is still away', () => {
  assertRed(booksAgree(judged({ explained: [waiting] }), ours), /queued/);
  assertGreen(booksAgree(judged({ explained: [waiting] }), { ...ours, incomplete: true }));
});

test('on a stack that others use only the movements of the scenario count', () => {
  const others = { ...ours, alone: false, movements: ['26TG0LOM1T00000022'] };
  assertGreen(booksAgree(judged({ findings: [lost], explained: [waiting] }), others));
});

test('no exchange at all is no proof', () => {
  assertRed(booksAgree(judged({ exchanges: 0 }), ours), /0 échanges/);
});
