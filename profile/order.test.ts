import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLate, type OrderView, placeOf, repetitionOf } from './order.ts';

const unknown: OrderView = { known: false, released: false, movementVersion: 0 };
const known = (movementVersion: number, released = true): OrderView => ({
  known: true,
  released,
  movementVersion,
});

test('a first notice is applied, a second registration of the same movement is a duplicate', () => {
  const notice = { name: 'TransitNotice', status: 'REGISTERED', movementVersion: 1 };
  assert.equal(placeOf(notice, unknown), 'apply');
  assert.equal(placeOf(notice, known(1)), 'already-registered');
});

test('passages and arrivals may come before the notice, everything else about an unknown movement may not', () => {
  assert.equal(placeOf({ name: 'BorderPassage' }, unknown), 'wait-for-notice');
  assert.equal(placeOf({ name: 'ArrivalNotice' }, unknown), 'wait-for-notice');
  for (const name of [
    'DepartureRelease',
    'ControlResult',
    'IncidentNotice',
    'DischargeNotice',
    'EnquiryResponse',
  ]) {
    assert.equal(placeOf({ name, movementVersion: 2 }, unknown), 'unknown-movement', name);
  }
  assert.equal(
    placeOf({ name: 'TransitNotice', status: 'AMENDED', movementVersion: 2 }, unknown),
    'unknown-movement',
  );
});

test('the next version is applied, a later one waits, an earlier one is superseded', () => {
  const release = (movementVersion: number) =>
    placeOf({ name: 'DepartureRelease', movementVersion }, known(2));
  assert.equal(release(3), 'apply');
  assert.equal(release(4), 'wait-for-version');
  assert.equal(release(2), 'superseded');
  assert.equal(release(1), 'superseded');
});

test('passages and arrivals wait for the release too, and nothing else does', () => {
  assert.equal(placeOf({ name: 'BorderPassage' }, known(1, false)), 'wait-for-notice');
  assert.equal(placeOf({ name: 'ArrivalNotice' }, known(1, false)), 'wait-for-notice');
  assert.equal(placeOf({ name: 'IncidentNotice' }, known(1, false)), 'apply');
  assert.equal(placeOf({ name: 'BorderPassage' }, known(2)), 'apply');
});

test('the same key with the same digest is a replay, with another one a duplicate id', () => {
  assert.equal(repetitionOf(undefined, 'aa'), 'new');
  assert.equal(repetitionOf('aa', 'aa'), 'replay');
  assert.equal(repetitionOf('aa', 'bb'), 'duplicate-id');
});

test('a message is late past 72 hours, not at 72 hours', () => {
  assert.equal(isLate('2026-11-01T00:00:00Z', '2026-11-04T00:00:00Z'), false);
  assert.equal(isLate('2026-11-01T00:00:00Z', '2026-11-04T00:00:00.001Z'), true);
  assert.equal(isLate('2026-11-01T00:00:00Z', '2026-11-01T00:00:11Z', 10), true);
});
