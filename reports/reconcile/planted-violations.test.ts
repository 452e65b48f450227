import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInvariants } from './invariants.ts';
import { reconcile } from './reconcile.ts';
import { type Exchanges, evidenceFolder } from './testing/evidence-book.ts';
import { honestBooks } from './testing/honest-books.ts';
import { type Planted, planted } from './testing/planted.ts';
import { plantedReports } from './testing/planted-trackers.ts';

const redOf = async (exchanges: Exchanges, truth?: readonly object[]) => {
  await using folder = await evidenceFolder(exchanges, undefined, truth);
  return await reconcile([folder.path]);
};

test('honest books agree: two whole journeys, a guarantee, a query, the ledger', async () => {
  const { verdict, findings, movements, exchanges } = await redOf(honestBooks());
  assert.deepEqual(findings, []);
  assert.equal(verdict, 'pass');
  assert.equal(movements, 2);
  assert.equal(exchanges, honestBooks().length);
});

test('every invariant has its planted violation', () => {
  assert.deepEqual(
    Object.keys(planted),
    readInvariants().map(({ name }) => name),
  );
});

const all: (readonly [string, Planted])[] = [
  ...Object.entries(planted),
  ...plantedReports.map((one) => ['tracker-reports-differ', one] as const),
];

for (const [invariant, { what, plant, movement, seats, messages, truth }] of all)
  test(`${invariant} alone turns red: ${what}`, async () => {
    const { verdict, findings } = await redOf(plant(honestBooks()), truth);
    assert.deepEqual(
      findings.map((finding) => ({
        invariant: finding.invariant,
        movement: finding.movement,
        seats: finding.seats,
        messages: finding.messages,
      })),
      [{ invariant, movement, seats, messages }],
      JSON.stringify(findings, null, 1),
    );
    assert.equal(verdict, 'fail');
  });
