import { test } from 'node:test';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { assertGreen, assertRed, DEVICE, event, TEN } from './testing/evidence.ts';
import {
  noNewPosition,
  noneInFuture,
  numberedFromOne,
  receivedNow,
  sameBytesToldToAll,
  toldAtInstants,
  toldAtLeastEvery,
  toldOncePerInstant,
} from './told-positions.ts';

const filter = { deviceId: DEVICE };
const QUARTER = '2026-11-20T10:15:00.000Z';

test('instants that were told are found, and one that was told to another country is not', () => {
  const records = [event(1), event(2, { recordedAt: QUARTER }), event(3, { recordedAt: QUARTER }, 'BF')];
  assertGreen(toldAtInstants(records, filter, 'TG', [TEN, QUARTER]));
  assertRed(toldAtInstants(records, filter, 'BF', [TEN]), /dites : 2026-11-20T10:15/);
  assertRed(toldAtInstants([event(1, {}, 'TG', 503)], filter, 'TG', [TEN]), /aucune/);
});

test('a position told at least so often is as required, however often it is told', () => {
  const minute = (n: number): number => Date.parse(TEN) + n * 60_000;
  const told = (...minutes: number[]) =>
    minutes.map((n, index) => event(index + 1, { recordedAt: new Date(minute(n)).toISOString() }));
  const driving = (...minutes: number[]) => minutes.map((n) => ({ at: minute(n), moving: true }));
  const standing = (...minutes: number[]) => minutes.map((n) => ({ at: minute(n), moving: false }));
  const judge = (records: ExchangeRecord[], reports: ReturnType<typeof driving>) =>
    toldAtLeastEvery(records, filter, 'TG', { moving: 900, stopped: 3600 }, reports);

  const often = driving(5, 10, 15, 20, 25, 30, 35, 40);
  assertGreen(judge(told(5, 20, 35), often));
  assertGreen(judge(told(5, 10, 15, 20, 25, 30, 35, 40), often));
  assertGreen(judge(told(5, 15, 30), often));
  assertRed(judge(told(20, 35), often), /tues trop longtemps : .*T10:05/);
  assertRed(judge(told(5, 25, 40), often), /T10:10.*T10:15.*T10:20/);
  assertRed(judge(told(5, 20), often), /T10:35/);
  assertRed(judge([], often), /positions dites : aucune/);
  assertRed(judge([event(1, {}, 'BF')], driving(0)), /positions dites : aucune/);
  assertRed(judge([], []), /rapports : 0/);
  assertRed(judge(told(5, 12, 27, 40), often), /T10:10.*T10:35/); // what no report said

  // A device that is slower than the pause: each of its reports is told.
  assertGreen(judge(told(40, 80), driving(40, 80)));
  assertRed(judge(told(40, 120), driving(40, 80, 120)), /T11:20/);
  // Who stands may be left alone for an hour, who moves on may not.
  assertGreen(judge(told(10, 70), standing(10, 30, 50, 70, 90)));
  assertRed(judge(told(10, 90), standing(10, 50, 90)), /T10:50/);
  const onward = [...standing(10, 30), ...driving(45, 50)];
  assertGreen(judge(told(10, 45), onward));
  assertRed(judge(told(10, 50), onward), /T10:45/);
});

test('an instant told twice to one administration is seen, and told to two it is not', () => {
  assertGreen(toldOncePerInstant([event(1), event(1, {}, 'BF')], filter));
  assertRed(toldOncePerInstant([event(1), event(2)], filter), /TG 2026-11-20T10:00/);
  assertRed(toldOncePerInstant([], filter), /^0 événements/);
});

test('numbers that begin elsewhere, leave a gap, come twice or in another order are seen', () => {
  assertGreen(numberedFromOne([event(1), event(2), event(3, {}, 'BF')], filter, 'TG', 2));
  const numbers = (...seqs: unknown[]) => seqs.map((deviceSeq, index) => event(index + 1, { deviceSeq }));
  assertRed(numberedFromOne(numbers(2, 3), filter, 'TG', 2), /2, 3/);
  assertRed(numberedFromOne(numbers(1, 3), filter, 'TG', 2), /1, 3/);
  assertRed(numberedFromOne(numbers(1, 1), filter, 'TG', 2), /1, 1/);
  assertRed(numberedFromOne(numbers(2, 1), filter, 'TG', 2), /2, 1/);
  assertRed(numberedFromOne(numbers(1), filter, 'TG', 2), /: 1$/);
  assertRed(numberedFromOne(numbers('1', '2'), filter, 'TG', 2), /rien/);
});

test('an instant beyond the tolerance is in the future, whether the delivery was accepted or not', () => {
  assertGreen(noneInFuture([event(1, { recordedAt: '2026-11-20T12:04:59Z' })], DEVICE));
  assertRed(noneInFuture([event(1, { recordedAt: '2026-11-20T12:06:00Z' })], DEVICE), /12:06/);
  assertRed(noneInFuture([event(1, { recordedAt: '2026-11-20T12:06:00Z' }, 'TG', 422)], DEVICE), /12:06/);
  assertRed(noneInFuture([event(1, { recordedAt: 'demain' })], DEVICE), /demain/);
  assertGreen(noneInFuture([event(1, { deviceId: 'FICTIF-2', recordedAt: '2027-01-01T00:00:00Z' })], DEVICE));
});

test('an instant of reception that is that of the device, or none, is seen', () => {
  assertGreen(receivedNow([event(1, { receivedAt: '2026-11-20T11:59:58Z' })], filter));
  assertRed(receivedNow([event(1, { receivedAt: TEN })], filter), /10:00/);
  assertRed(receivedNow([event(1)], filter), /jamais/);
  assertRed(receivedNow([], filter), /jamais/);
});

test('another content for one recipient, and a single recipient, are seen', () => {
  assertGreen(sameBytesToldToAll([event(1), event(1, {}, 'BF')], filter));
  assertRed(sameBytesToldToAll([event(1), event(1, { speedKmh: 1 }, 'BF')], filter), /^2 contenu/);
  assertRed(sameBytesToldToAll([event(1)], filter), /^1 remise/);
});

test('without a fix the last place known or none may be told, a new one may not, nor a fix', () => {
  const known = { latitudeDeg: 6.426, longitudeDeg: 1.213 };
  const lost = (more: object = {}) => [event(1, { gnss: 'LOST', ...more })];
  assertGreen(noNewPosition(lost(), filter, known));
  assertGreen(noNewPosition(lost({ position: known }), filter, known));
  assertGreen(noNewPosition(lost(), filter, null));
  assertRed(noNewPosition(lost({ position: { latitudeDeg: 0, longitudeDeg: 0 } }), filter, known), /: \{/);
  assertRed(noNewPosition(lost({ position: known }), filter, null), /6\.426/);
  assertRed(noNewPosition([event(1, { gnss: 'FIX', position: known })], filter, known), /FIX/);
  assertRed(noNewPosition([], filter, known), /aucun événement/);
});
