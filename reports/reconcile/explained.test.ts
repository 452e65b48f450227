import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type ReconcileOptions, reconcile } from './reconcile.ts';
import { answered, type Exchanges, evidenceFolder } from './testing/evidence-book.ts';
import { honestBooks, SECOND } from './testing/honest-books.ts';
import { added, answeredOtherwise, changed, delivered, one, said, without } from './testing/plant.ts';
import { planted } from './testing/planted.ts';

const reconciled = async (exchanges: Exchanges, options: ReconcileOptions = {}, scenario?: string) => {
  await using folder = await evidenceFolder(exchanges, scenario);
  const { findings, explained } = await reconcile([folder.path], options);
  return {
    found: findings.map(({ invariant }) => invariant),
    explained: explained.map(({ invariant, explanation, count }) => `${invariant}: ${count} ${explanation}`),
  };
};

/** What `run.json` holds of a run that was cut, or that came to its end. */
const runFile = (state: 'interrupted' | 'complete'): string => {
  const target = { name: 'reference', environment: 'test', hub: 'http://hub', capabilities: {} };
  return JSON.stringify({
    ...{ shape: 'corridor-run/1', runId: 'r', verdict: 'inconclusive', seed: 1, salt: 'a', state },
    startedAt: '2026-11-02T08:00:00Z',
    target: { ...target, seatsUnderTest: ['hub'], simulatedSeats: [] },
    scenarios: { pass: 0, fail: 0, inconclusive: 0, notApplicable: 0, error: 0 },
    requirements: { total: 0, covered: 0, reasoned: 0 },
    exchanges: { count: 0, unexpected: 0, heads: {} },
    ...{ versions: {}, replay: 'corridor explore --seed 1' },
  });
};

const undischarged = without(honestBooks(), { code: 'AT09', about: SECOND });
const unreleased = without(honestBooks(), { kind: 'deliver', code: 'AT02', about: SECOND });

test('a movement that its scenario leaves open is explained, the same in traffic of nobody is found', async () => {
  assert.deepEqual(await reconciled(undischarged, {}, 'depart/avis#un-avis'), {
    found: [],
    explained: ['open-without-end: 1 scenario'],
  });
  assert.deepEqual((await reconciled(undischarged)).found, ['open-without-end']);
});

test('a scenario explains no fault of the stack: a lost delivery is found all the same', async () => {
  assert.deepEqual((await reconciled(unreleased, {}, 'depart/avis#un-avis')).found, [
    'concerned-but-not-told',
  ]);
});

test('a delay told by a finding explains an open movement', async () => {
  const notice = one(honestBooks(), { kind: 'deliver', code: 'AT11' });
  const finding = {
    ...notice,
    body: JSON.stringify({
      messageId: '01a19b61-2f40-7000-8000-00000000fffe',
      messageType: 'AT93',
      sender: 'hub',
      recipient: 'TG',
      payload: { kind: 'overdue', transitReference: SECOND },
    }),
  };
  const told = added(undischarged, delivered(finding, 'TG'), delivered(finding, 'BF'));
  assert.deepEqual(await reconciled(told), { found: [], explained: ['open-without-end: 1 overdue'] });
});

test('trucks on the road at the end of the evidence are explained when that is asked for', async () => {
  const onTheRoad = said(
    undischarged,
    { code: 'AT02', about: SECOND },
    { limitDate: '2026-11-09T12:00:00Z' },
  );
  assert.deepEqual(await reconciled(onTheRoad, { underWay: true }), {
    found: [],
    explained: ['open-without-end: 1 under-way'],
  });
});

test('a delivery that the stack still has in the queue is explained, as many as it says and no more', async () => {
  const queue = '/v0/participants/BF/deliveries';
  const oneMore = ({ lastQueued }: Record<string, unknown>) => ({
    lastQueued: Number(lastQueued) + 1,
    pending: 1,
  });
  const waiting = answeredOtherwise(unreleased, queue, oneMore);
  assert.deepEqual(await reconciled(waiting), { found: [], explained: ['concerned-but-not-told: 1 queued'] });
  const twoLost = without(waiting, { kind: 'deliver', code: 'AT09', about: SECOND });
  const stillOne = answeredOtherwise(twoLost, queue, oneMore);
  assert.deepEqual((await reconciled(stillOne)).found, ['concerned-but-not-told', 'concerned-but-not-told']);
});

test('a seat that does not answer explains its delivery as long as the stack says that it keeps it', async () => {
  const away = changed(
    honestBooks(),
    { kind: 'deliver', code: 'AT09', about: SECOND },
    ({ answer: _, ...exchange }) => ({ ...exchange, answer: undefined, fault: 'reset' }),
  );
  assert.deepEqual((await reconciled(away)).found, ['concerned-but-not-told'], 'nothing pending: it gave up');
  const kept = answeredOtherwise(away, '/v0/participants/BF/deliveries', ({ cursor }) => ({
    cursor: Number(cursor) - 1,
    deadLetters: 1,
  }));
  assert.deepEqual(await reconciled(kept), { found: [], explained: ['concerned-but-not-told: 1 queued'] });
});

test('what the seat pulled has reached it', async () => {
  const pushed = one(honestBooks(), { kind: 'deliver', code: 'AT02', about: SECOND });
  const message = JSON.parse(String(pushed.body)) as object;
  const cursor = Number(pushed.headers['corridor-cursor']);
  const pulled = honestBooks().map((exchange) =>
    exchange.kind === 'deliver' && exchange.body === pushed.body
      ? {
          ...exchange,
          ...{
            kind: 'pull' as const,
            from: 'BF',
            to: 'hub',
            method: 'GET',
            path: '/v0/participants/BF/messages?after=0',
          },
          body: undefined,
          answer: answered(200, { messages: [{ cursor, late: false, message }], next: cursor, more: false }),
        }
      : exchange,
  );
  assert.deepEqual(await reconciled(pulled), { found: [], explained: [] });
});

test('nobody is blamed for seats whose own traffic is not in the evidence', async () => {
  const ofTogo = honestBooks().filter(({ from, to }) => from === 'TG' || to === 'TG');
  assert.deepEqual(await reconciled(ofTogo), { found: [], explained: [] });
});

test('a large message whose body is not kept is known by its answer', async () => {
  const large = changed(honestBooks(), { code: 'AT02', about: SECOND }, ({ body }) => ({
    body: String(body).replace('"deviceId"', `"remarks":"${'x'.repeat(300_000)}","deviceId"`),
  }));
  assert.deepEqual(await reconciled(large), {
    found: [],
    explained: ['concerned-but-not-told: 1 body-not-kept'],
  });
});

test('what a cut run no longer saw come is explained by the cut, the same in a run that came to its end is found', async () => {
  const told = planted['passage-missing-untold']?.plant(honestBooks()) ?? [];
  const cut = told.filter(({ kind, path }) => kind !== 'query' || !path.endsWith('/deliveries'));
  await using folder = await evidenceFolder(cut);
  await writeFile(join(folder.path, 'run.json'), runFile('complete'));
  const whole = await reconcile([folder.path]);
  assert.ok(whole.findings.some(({ invariant }) => invariant === 'passage-missing-untold'));
  await writeFile(join(folder.path, 'run.json'), runFile('interrupted'));
  const { verdict, findings, explained } = await reconcile([folder.path]);
  assert.deepEqual([verdict, findings], ['pass', []]);
  assert.ok(
    explained.some(
      ({ invariant, explanation }) => invariant === 'passage-missing-untold' && explanation === 'interrupted',
    ),
  );
});

test('a cut explains nothing that was over before: what the stack had no more in process is found', async () => {
  await using folder = await evidenceFolder(planted['passage-missing-untold']?.plant(honestBooks()) ?? []);
  await writeFile(join(folder.path, 'run.json'), runFile('interrupted'));
  const { findings } = await reconcile([folder.path]);
  assert.ok(findings.some(({ invariant }) => invariant === 'passage-missing-untold'));
});

test('of a cut run a submission may be missing at its very end: what came of it is explained, what came before is found', async () => {
  const plant = planted['delivered-but-never-submitted']?.plant ?? (() => []);
  const long = honestBooks().map((line) => ({ ...line }));
  const last = long.findLast(({ kind }) => kind === 'submit');
  if (last) last.at += 10 * 60_000;
  for (const [books, explanation] of [
    [honestBooks(), 'interrupted'],
    [long, undefined],
  ] as const) {
    await using folder = await evidenceFolder(plant(books));
    await writeFile(join(folder.path, 'run.json'), runFile('interrupted'));
    const { findings, explained } = await reconcile([folder.path]);
    const about = ({ invariant }: { invariant: string }) => invariant === 'delivered-but-never-submitted';
    assert.equal(explained.find(about)?.explanation, explanation);
    assert.equal(findings.some(about), explanation === undefined);
  }
});
