import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TransitNotice } from '../messages/transit-notice.ts';
import { altered } from '../testing/altered.ts';
import { smallNotice } from '../testing/small-notice.ts';
import { missingSeals, notAmendable, referencesAgree } from './amendments.ts';

const notice = (changes: Record<string, unknown> = {}) =>
  TransitNotice.payload.parse(altered(smallNotice, changes)['payload']);

test('after release another truck, document or planned time may be declared', () => {
  const after = notice({
    '/payload/status': 'AMENDED',
    '/payload/vehicle/plate': 'TG-0009-ZZ',
    '/payload/documents': [{ type: '705', reference: 'BL-FICTIF-2' }],
    '/payload/itinerary/legs/2/plannedAt': '2026-11-04T11:00:00Z',
    '/payload/deviceId': 'SYN-0002',
  });
  assert.deepEqual(notAmendable(notice(), after), []);
});

test('after release the mass, an added item and another road are each told at their place', () => {
  const second = { ...smallNotice.payload.items[0], sequence: 2 };
  const after = notice({
    '/payload/status': 'AMENDED',
    '/payload/totalGrossMassKg': 56_000,
    '/payload/items/1': second,
    '/payload/itinerary/legs/2/office': 'BF0BIT1',
  });
  assert.deepEqual(notAmendable(notice(), after).sort(), [
    '/payload/items/1',
    '/payload/itinerary/legs/2/office',
    '/payload/totalGrossMassKg',
  ]);
});

test('a field that was removed counts as changed', () => {
  assert.deepEqual(notAmendable(notice({ '/payload/exporter/taxId': 'X1' }), notice()), [
    '/payload/exporter/taxId',
  ]);
});

test('a seal announced and not released is missing, a seal added is not', () => {
  const seals = (...numbers: string[]) => ({ seals: numbers.map((number) => ({ number })) });
  assert.deepEqual(missingSeals(seals('A001', 'A002'), seals('A002', 'A003')), ['A001']);
  assert.deepEqual(missingSeals(seals(), seals('A003')), []);
});

test('transit reference and national reference name the same declaration or not', () => {
  assert.equal(referencesAgree(notice()), true);
  assert.equal(referencesAgree(notice({ '/payload/nationalReference/number': 2 })), false);
  assert.equal(referencesAgree(notice({ '/payload/nationalReference/year': 2025 })), false);
});
