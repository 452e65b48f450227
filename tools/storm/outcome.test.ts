import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../fixtures/random.ts';
import { failedReconciliation, type Reconciliation } from '../../reports/reconcile/reconciliation.ts';
import { phases, planKills } from './kills.ts';
import { judge, type StormFacts } from './outcome.ts';

const kill = { phase: 'delivery', missed: false, submissions: 1, deliveries: 0 } as const;
const facts: StormFacts = {
  seed: 1,
  asked: 1,
  kills: [kill],
  linksBroken: {},
  messages: 10,
  movements: 1,
  ended: 1,
  refused: [],
  owed: [],
  drained: true,
  durationMs: 1000,
};
const books: Reconciliation = { ...failedReconciliation(''), verdict: 'pass', exchanges: 20, movements: 1 };
const finding = (name: string) => ({ name, fr: '', en: '', requirements: [], findings: 2, explained: 0 });

test('a storm passes when all was done and the books agree', () => {
  const { verdict, because } = judge(facts, books);
  assert.deepEqual([verdict, because], ['pass', []]);
});

test('what is lost, what was done twice and what else disagrees are counted apart, and each is a failure', () => {
  const among = (name: string) => {
    const { verdict, lost, doubleEffects, otherFindings } = judge(facts, {
      ...books,
      invariants: [finding(name)],
    });
    return [verdict, lost, doubleEffects, otherFindings];
  };
  assert.deepEqual(among('concerned-but-not-told'), ['fail', 2, 0, 0]);
  assert.deepEqual(among('told-twice'), ['fail', 0, 2, 0]);
  assert.deepEqual(among('delivered-out-of-order'), ['fail', 0, 0, 2]);
});

test('an honest message refused, or a delivery that no seat saw, is a failure whatever the books say', () => {
  assert.equal(judge({ ...facts, refused: ['BorderPassage of BF'] }, books).verdict, 'fail');
  const { verdict, lost } = judge({ ...facts, owed: ['BF 1'] }, books);
  assert.deepEqual([verdict, lost], ['fail', 1]);
});

test('nothing found in evidence that misses something is no proof', () => {
  const explained: Reconciliation['explained'] = [
    { invariant: 'cursor-gap', explanation: 'queued', count: 1, movements: [] },
  ];
  const doubtful: [Partial<StormFacts>, Partial<Reconciliation>][] = [
    [{ kills: [{ ...kill, submissions: 0 }] }, {}],
    [{ kills: [{ ...kill, phase: 'idle' }] }, {}],
    [{ drained: false }, {}],
    [{ ended: 0 }, {}],
    [{}, { movements: 0 }],
    [{ movements: 0, ended: 0 }, { movements: 0 }],
    [{}, { explained }],
  ];
  for (const [fact, book] of doubtful)
    assert.equal(
      judge({ ...facts, ...fact }, { ...books, ...book }).verdict,
      'inconclusive',
      JSON.stringify(fact),
    );
});

test('a plan has each phase alike often, and is the same for the same seed', () => {
  const plan = planKills(100, createRandom(7));
  assert.equal(plan.length, 100);
  for (const phase of phases) assert.ok(plan.filter((one) => one === phase).length >= 14, phase);
  assert.deepEqual(planKills(100, createRandom(7)), plan);
  assert.notDeepEqual(planKills(100, createRandom(8)), plan);
});
