import { test } from 'node:test';
import {
  attemptsNumbered,
  cursorsWithoutGap,
  markedLate,
  notAttempted,
  nothingDeliveredSince,
  receivedInOrder,
} from './deliveries-in-order.ts';
import { assertGreen, assertRed, delivered, message, REFERENCE, submitted } from './testing/evidence.ts';

const notice = message('TransitNotice', 1);
const release = message('DepartureRelease', 2);
const id = notice.messageId;

test('cursors that follow each other are as required, wherever they begin', () => {
  assertGreen(
    cursorsWithoutGap(
      [delivered(notice, 'BF', { cursor: 7 }), delivered(release, 'BF', { cursor: 8 })],
      'BF',
      2,
    ),
  );
});

test('a cursor left out, one given twice, none at all and a delivery too few are seen', () => {
  const first = delivered(notice, 'BF', { cursor: 1 });
  assertRed(cursorsWithoutGap([first, delivered(release, 'BF', { cursor: 3 })], 'BF', 2), /1, 3/);
  assertRed(cursorsWithoutGap([first, delivered(release, 'BF', { cursor: 1 })], 'BF', 2), /1, 1/);
  assertRed(cursorsWithoutGap([first, delivered(release, 'BF')], 'BF', 2), /NaN/);
  assertRed(cursorsWithoutGap([first], 'BF', 2), /: 1$/);
});

test('attempts count up from 1; a number repeated, left out or one attempt too many are seen', () => {
  const attempts = (...numbers: number[]) => numbers.map((attempt) => delivered(notice, 'BF', { attempt }));
  assertGreen(attemptsNumbered(attempts(1, 2, 3), id, 'BF', [1, 2, 3]));
  assertRed(attemptsNumbered(attempts(1, 1, 1), id, 'BF', [1, 2, 3]), /1, 1, 1/);
  assertRed(attemptsNumbered(attempts(1), id, 'BF', [1, 2]), /: 1$/);
  assertRed(attemptsNumbered(attempts(1, 2), id, 'BF', [1]), /1, 2/);
});

test('what a country accepted is in the order told; overtaking and a second acceptance are seen', () => {
  const kept = [delivered(notice, 'BF', { status: 503 }), delivered(notice, 'BF'), delivered(release, 'BF')];
  const expected = ['TransitNotice', 'DepartureRelease'];
  assertGreen(receivedInOrder(kept, REFERENCE, 'BF', expected));
  const overtaken = [delivered(release, 'BF'), delivered(notice, 'BF')];
  assertRed(receivedInOrder(overtaken, REFERENCE, 'BF', expected), /mainlevée pour transit, avis de transit/);
  assertRed(
    receivedInOrder([...kept, delivered(release, 'BF')], REFERENCE, 'BF', expected),
    /transit, mainlevée pour transit, mainlevée/,
  );
});

test('the mark late is on every delivery or on none', () => {
  assertGreen(markedLate([delivered(notice, 'BF', { late: true })], id, true));
  assertRed(
    markedLate([delivered(notice, 'BF', { late: true }), delivered(notice, 'ML')], id, true),
    /ML : non/,
  );
  assertRed(markedLate([delivered(notice, 'BF', { late: true })], id, false), /BF : oui/);
  assertRed(markedLate([submitted(notice)], id, true), /aucune/);
});

test('an attempt that should not have been made is seen, refused or not', () => {
  assertGreen(notAttempted([delivered(notice, 'ML')], REFERENCE, 'BF'));
  assertRed(notAttempted([delivered(notice, 'BF', { status: 503 })], REFERENCE, 'BF'), /1 remise/);
});

test('a delivery after the queue was empty is seen; a query is none', () => {
  const before = [delivered(notice, 'BF')];
  assertGreen(nothingDeliveredSince([...before, submitted(release)], before.length));
  assertRed(nothingDeliveredSince([...before, delivered(release, 'ML')], before.length), /ML/);
});
