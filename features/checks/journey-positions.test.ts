import { test } from 'node:test';
import { journeyHasOnce, journeyHolds, lastKnownIs } from './journey-positions.ts';
import { assertGreen, assertRed, assertRedWhenMisshapen, consulted, REFERENCE } from './testing/evidence.ts';

const TEN = '2026-11-20T10:00:00.000Z';
const ELEVEN = '2026-11-20T11:00:00.000Z';
const place = { latitudeDeg: 6.426, longitudeDeg: 1.213 };
const at = (recordedAt: string, more: object = {}) => ({
  recordedAt,
  stored: false,
  position: place,
  ...more,
});

const published = (answer: unknown, status = 200) =>
  consulted(`/v0/journeys/${REFERENCE}`, answer, { status });
const journey = (...positions: unknown[]) => published({ positions });

test('a journey with these positions in this order is as required', () => {
  const records = [journey(at(TEN, { stored: true }), at(ELEVEN, { clockAhead: true }))];
  const expected = [
    { recordedAt: TEN, stored: true, clockAhead: false, ...place },
    { recordedAt: ELEVEN, stored: false, clockAhead: true },
  ];
  assertGreen(journeyHolds(records, REFERENCE, expected));
});

test('a position that is missing, too many, out of place or said otherwise is seen', () => {
  const both = [{ recordedAt: TEN }, { recordedAt: ELEVEN }];
  assertRed(journeyHolds([journey(at(TEN))], REFERENCE, both), /10:00:00\.000Z$/);
  assertRed(journeyHolds([journey(at(TEN), at(TEN), at(ELEVEN))], REFERENCE, both), /10:00.*10:00/);
  assertRed(journeyHolds([journey(at(ELEVEN), at(TEN))], REFERENCE, both), /11:00.*10:00/);
  const first = (more: object) => [{ recordedAt: TEN, ...more }];
  assertRed(journeyHolds([journey(at(TEN))], REFERENCE, first({ stored: true })), /false/);
  assertRed(journeyHolds([journey(at(TEN))], REFERENCE, first({ clockAhead: true })), /false/);
  assertRed(journeyHolds([journey(at(TEN))], REFERENCE, first({ longitudeDeg: -1.213 })), /: 1\.213/);
  assertRed(journeyHolds([published({}, 403)], REFERENCE, both), /non publié/);
  assertRedWhenMisshapen('positions', published, (records) => journeyHolds(records, REFERENCE, both));
});

test('an instant that is missing from the journey, or there twice, is seen', () => {
  assertGreen(journeyHasOnce([journey(at(TEN), at(ELEVEN))], REFERENCE, [TEN]));
  assertRed(journeyHasOnce([journey(at(TEN))], REFERENCE, [TEN, ELEVEN]), /manque : 2026-11-20T11/);
  assertRed(journeyHasOnce([journey(at(TEN), at(TEN))], REFERENCE, [TEN]), /^1 position/);
  assertRed(journeyHasOnce([journey(at(TEN))], REFERENCE, []), /^0 rapports/);
  assertRedWhenMisshapen('positions', published, (records) => journeyHasOnce(records, REFERENCE, [TEN]));
});

test('a late position that has taken the place of the newest is seen, in the journey and in the register', () => {
  const about = { transitReference: REFERENCE, platform: 'TRK-TG', deviceId: 'FICTIF-1' };
  const register = (lastReportAt: unknown) =>
    consulted('/v0/tracking/devices/TRK-TG/FICTIF-1', { lastReportAt });
  const newest = { recordedAt: ELEVEN, ...place };
  assertGreen(lastKnownIs([journey(at(TEN), at(ELEVEN)), register(ELEVEN)], about, newest));
  assertRed(lastKnownIs([journey(at(ELEVEN), at(TEN)), register(ELEVEN)], about, newest), /voyage : .*10:00/);
  assertRed(lastKnownIs([journey(at(TEN), at(ELEVEN)), register(TEN)], about, newest), /balise : .*10:00/);
  const elsewhere = at(ELEVEN, { position: { latitudeDeg: 7, longitudeDeg: 1 } });
  assertRed(lastKnownIs([journey(elsewhere), register(ELEVEN)], about, newest), /: 7$/);
  assertRed(lastKnownIs([], about, newest), /rien/);
});
