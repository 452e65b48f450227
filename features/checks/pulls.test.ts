import { test } from 'node:test';
import { pagesCounted, pulledInOrder, pulledLate } from './pulls.ts';
import { assertGreen, assertRed, assertRedWhenMisshapen, consulted, message } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const release = message('DepartureRelease', 2);
const passage = message('BorderPassage', 3);

const page = (entries: readonly object[], next: number, more = false) =>
  consulted(
    '/v0/participants/BF/messages?after=0',
    { messages: entries, next, more },
    { from: 'BF', kind: 'pull' },
  );
const entry = (of: object, cursor: number, late = false) => ({ cursor, late, message: of });

test('messages pulled in order of cursor are as required', () => {
  const pulled = page([entry(notice, 1), entry(release, 4)], 4);
  assertGreen(pulledInOrder([pulled], 'BF', ['TransitNotice', 'DepartureRelease']));
});

test('a message left out, one of another, and a falling cursor are seen', () => {
  const expected = ['TransitNotice', 'DepartureRelease'];
  assertRed(pulledInOrder([page([entry(notice, 1)], 1)], 'BF', expected), /BF : avis de transit$/);
  assertRed(pulledInOrder([], 'BF', expected), /BF : rien$/);
  assertRed(pulledInOrder([page([entry(notice, 2), entry(release, 1)], 1)], 'BF', expected), /2, 1/);
});

test('pages of the size asked for are as required; a page too long, a wrong next or more are seen', () => {
  const expected = [
    { messages: 2, more: true },
    { messages: 1, more: false },
  ];
  const first = page([entry(notice, 1), entry(release, 2)], 2, true);
  const last = page([entry(passage, 3)], 3);
  assertGreen(pagesCounted([first, last], 'BF', expected));
  const all = page([entry(notice, 1), entry(release, 2), entry(passage, 3)], 3);
  assertRed(pagesCounted([all], 'BF', expected), /page : 3/);
  assertRed(pagesCounted([first, page([entry(passage, 3)], 3, true)], 'BF', expected), /true, true/);
  assertRed(
    pagesCounted([page([entry(notice, 1), entry(release, 2)], 1, true), last], 'BF', expected),
    /: 1, 3/,
  );
});

test('the mark late is read from the pull', () => {
  const { messageId } = notice;
  assertGreen(pulledLate([page([entry(notice, 1, true)], 1)], 'BF', messageId, true));
  assertRed(pulledLate([page([entry(notice, 1)], 1)], 'BF', messageId, true), /false/);
  assertRed(pulledLate([page([], 0)], 'BF', messageId, true), /rien/);
});

test('a page of another shape is not as required', () => {
  const pulled = (answer: unknown) =>
    consulted('/v0/participants/BF/messages?after=0', answer, { from: 'BF', kind: 'pull' });
  const { messageId } = notice;
  assertRedWhenMisshapen('messages', pulled, (records) => pulledInOrder(records, 'BF', ['TransitNotice']));
  assertRedWhenMisshapen('messages', pulled, (records) => pulledLate(records, 'BF', messageId, false));
  const one = [{ messages: 1, more: false }];
  assertRedWhenMisshapen('messages', pulled, (records) => pagesCounted(records, 'BF', one));
});
