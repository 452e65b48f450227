import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GuaranteeView, refusalReasons } from './guarantee-cover.ts';

const guarantee: GuaranteeView = {
  kind: 'reservable',
  accessCode: 'TEST',
  holderTaxId: 'TG-NIF-0000001',
  countries: ['TG', 'BF'],
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2027-01-01T00:00:00Z',
  cancelled: false,
  availableAmount: 1_000,
};
const demand = { accessCode: 'TEST', holderTaxId: 'TG-NIF-0000001', countries: ['TG', 'BF'], amount: 1_000 };
const now = Date.parse('2026-11-02T09:30:00Z');

test('a guarantee that covers the road and the whole amount is not refused', () => {
  assert.deepEqual(refusalReasons(demand, guarantee, now), []);
});

test('each defect of a guarantee has its own reason', () => {
  assert.deepEqual(refusalReasons(demand, undefined, now), ['G01']);
  assert.deepEqual(refusalReasons(demand, { ...guarantee, cancelled: true }, now), ['G02']);
  assert.deepEqual(refusalReasons(demand, guarantee, Date.parse('2027-01-01T00:00:00Z')), ['G02']);
  assert.deepEqual(refusalReasons({ ...demand, accessCode: 'NOPE' }, guarantee, now), ['G03']);
  assert.deepEqual(refusalReasons({ ...demand, holderTaxId: 'X' }, guarantee, now), ['G04']);
  assert.deepEqual(refusalReasons({ ...demand, amount: 1_001 }, guarantee, now), ['INSUFFICIENT']);
  assert.deepEqual(refusalReasons({ ...demand, countries: ['TG', 'BF', 'ML'] }, guarantee, now), [
    'COUNTRY_NOT_COVERED',
  ]);
});

test('a contribution to the fund has no balance that could be insufficient', () => {
  const { availableAmount: _none, ...fund } = { ...guarantee, kind: 'fund' as const };
  assert.deepEqual(refusalReasons({ ...demand, amount: 999_999_999 }, fund, now), []);
});
