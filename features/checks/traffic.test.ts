import { test } from 'node:test';
import { attemptsGoOn, receivedSoMany } from './deliveries-in-order.ts';
import {
  assertGreen,
  assertRed,
  delivered,
  ledger,
  message,
  REFERENCE,
  submitted,
} from './testing/evidence.ts';
import { allAccepted, allStates } from './traffic.ts';

const notice = message('TransitNotice', 1);
const other = message('TransitNotice', 2);

test('a message that is accepted in the end is accepted, one that never was is seen', () => {
  const ids = [notice.messageId];
  assertGreen(allAccepted([submitted(notice, { fault: 'reset' }), submitted(notice)], ids));
  assertRed(allAccepted([submitted(notice), submitted(notice, { status: 503 })], ids), /503/);
  assertRed(allAccepted([], ids), /jamais déposé/);
});

test('a movement in another state is seen among all', () => {
  const records = [ledger({ transitReference: REFERENCE, state: 'DISCHARGED' })];
  assertGreen(allStates(records, [REFERENCE], 'DISCHARGED'));
  assertRed(allStates(records, [REFERENCE, '26TG0LOM1T00000022'], 'DISCHARGED'), /22/);
});

const at = (cursor: number, attempt = 1, status = 202, sent = cursor === 1 ? notice : other) => {
  const record = delivered(sent, 'BF', { status });
  const headers = { 'corridor-cursor': String(cursor), 'corridor-attempt': String(attempt) };
  return { ...record, headers: { ...record.headers, ...headers } };
};

test('so many messages taken, in whatever order and however often tried; one too few is seen', () => {
  assertGreen(receivedSoMany([at(2), at(1, 1, 503), at(1, 2)], 'BF', 2));
  assertRed(receivedSoMany([at(2), at(1, 1, 503)], 'BF', 2), /2/);
});

test('attempts that go on over a crash are as required, that start again are not', () => {
  const attempts = (...numbers: number[]) => numbers.map((number) => at(1, number, 503));
  assertGreen(attemptsGoOn(attempts(1, 2, 2, 3), notice.messageId, 'BF'));
  assertRed(attemptsGoOn(attempts(1, 2, 1, 2), notice.messageId, 'BF'), /1, 2, 1, 2/);
  assertRed(attemptsGoOn(attempts(1, 2, 4), notice.messageId, 'BF'), /1, 2, 4/);
});
