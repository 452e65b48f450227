import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparedPayload, resultAfterTolerance } from './compared-result.ts';

type Notice = Parameters<typeof resultAfterTolerance>[0];

const item = (kind: string, massKg: number) => ({
  packages: { kind, count: 1 },
  grossMassKg: massKg,
  netMassKg: massKg,
});
/** 40 t of clinker, and 1 t of cartons. */
const notice = { items: [item('VR', 40_000), item('CT', 1_000)], totalGrossMassKg: 41_000 } as Notice;
const told = (result: string, ...differences: { pointer: string; found: string }[]) =>
  ({ result, differences }) as Parameters<typeof resultAfterTolerance>[1];
const resultOf = (pointer: string, found: string) =>
  resultAfterTolerance(notice, told('B1', { pointer, found }));

test('a mass within the tolerance of its goods is no difference: bulk 2 %, packed 1 %', () => {
  assert.equal(resultOf('/items/0/grossMassKg', '40800'), 'A2');
  assert.equal(resultOf('/items/0/netMassKg', '39200'), 'A2');
  assert.equal(resultOf('/items/0/grossMassKg', '40801'), 'B1');
  assert.equal(resultOf('/items/1/grossMassKg', '1010'), 'A2');
  assert.equal(resultOf('/items/1/grossMassKg', '1010.5'), 'B1');
});

test('a total is compared by the strictest kind aboard', () => {
  assert.equal(resultOf('/totalGrossMassKg', '41410'), 'A2');
  assert.equal(resultOf('/totalGrossMassKg', '41411'), 'B1');
});

test('what is no mass, or no number, or of no item, stays a difference', () => {
  assert.equal(resultOf('/items/0/packages/count', '1'), 'B1');
  assert.equal(resultOf('/items/0/grossMassKg', 'environ 40 t'), 'B1');
  assert.equal(resultOf('/items/7/grossMassKg', '40000'), 'B1');
  assert.equal(resultOf('/items/00/grossMassKg/', '40000'), 'B1');
});

test('one difference beyond tolerance, or a remark, leaves the result as it was told', () => {
  const within = { pointer: '/items/0/grossMassKg', found: '40500' };
  const missing = { pointer: '/items/1/packages/count', found: '0' };
  assert.equal(resultAfterTolerance(notice, told('A5', within, missing)), 'A5');
  assert.equal(resultAfterTolerance(notice, { ...told('A5', within), remarks: 'Bâche déchirée' }), 'A5');
  assert.equal(resultAfterTolerance(notice, told('B1')), 'B1');
});

test('a satisfactory result is never turned against the declarant', () => {
  const beyond = { pointer: '/items/0/grossMassKg', found: '10000' };
  assert.equal(resultAfterTolerance(notice, told('A1', beyond)), 'A1');
});

test('the result is compared alike whether it comes apart or with the arrival', () => {
  const outcome = told('A5', { pointer: '/items/0/grossMassKg', found: '40500' });
  assert.equal(comparedPayload(notice, 'ControlResult', { ...outcome })['result'], 'A2');
  assert.deepEqual(comparedPayload(notice, 'ArrivalNotice', { controlResult: outcome }), {
    controlResult: { ...outcome, result: 'A2' },
  });
  const arrival = { office: 'BF0OUA1' };
  assert.equal(comparedPayload(notice, 'ArrivalNotice', arrival), arrival);
});
