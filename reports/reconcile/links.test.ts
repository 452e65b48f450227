import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { reconcile } from './reconcile.ts';
import { type Exchanges, evidenceFolder } from './testing/evidence-book.ts';
import { honestBooks } from './testing/honest-books.ts';

type Exchange = Exchanges[number];

/** A line about the network, such as a scenario with failing links leaves it. */
const linkLine = (like: Exchange, method: string, body: object): Exchange => {
  const { from, to, at, stack, conversations } = like;
  const shared = { from, to, at, method, path: '/struck', headers: {}, body: JSON.stringify(body) };
  return { kind: 'link', ...shared, ...(stack && { stack }), ...(conversations && { conversations }) };
};

const firstOf = (exchanges: Exchanges, kind: Exchange['kind']): number =>
  exchanges.findIndex((exchange) => exchange.kind === kind);

test('what befalls the network is no exchange', async () => {
  const honest = honestBooks();
  const [first] = honest as [Exchange];
  await using folder = await evidenceFolder([linkLine(first, 'cut', {}), ...honest]);
  const { exchanges, verdict } = await reconcile([folder.path]);
  assert.deepEqual([exchanges, verdict], [honest.length, 'pass']);
});

test('a delivery that a link has spoiled is no delivery of the stack; without the word of the link it is', async () => {
  const honest = honestBooks();
  const place = firstOf(honest, 'deliver');
  const delivery = honest[place] as Exchange;
  const body = String(delivery.body).slice(0, 40);
  const { answer: _taken, ...unread } = delivery;
  const spoiled: Exchange = { ...unread, body, answer: { status: 400, body: '{}', afterMs: 1 } };
  const word = linkLine(delivery, 'truncated', { arrived: hash('sha256', body, 'hex') });
  await using told = await evidenceFolder(honest.toSpliced(place, 0, spoiled, word));
  assert.equal((await reconcile([told.path])).verdict, 'pass');
  await using untold = await evidenceFolder(honest.toSpliced(place, 0, spoiled));
  assert.deepEqual(
    (await reconcile([untold.path])).findings.map(({ invariant }) => invariant),
    ['unreadable-delivery'],
  );
});

test('what the stack acknowledged and a link lost is acknowledged: it must have its effect', async () => {
  const honest = honestBooks();
  const place = honest.findIndex(({ kind, body }) => kind === 'submit' && String(body).includes('"AT05"'));
  const submission = honest[place] as Exchange;
  const { answer: _lost, ...unheard } = submission;
  const broken: Exchange = { ...unheard, fault: 'reset' };
  const { messageId: id } = JSON.parse(String(submission.body)) as { messageId: string };
  const word = linkLine(submission, 'lost-answer', { id, answered: 202 });
  const invariants = async (exchanges: Exchanges): Promise<string[]> => {
    await using folder = await evidenceFolder(exchanges);
    return (await reconcile([folder.path])).findings.map(({ invariant }) => invariant);
  };
  assert.deepEqual(await invariants(honest.with(place, broken).toSpliced(place, 0, word)), []);
  assert.ok((await invariants(honest.with(place, broken))).includes('unanswered-message'));
});
