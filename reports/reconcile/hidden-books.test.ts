import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reconcile } from './reconcile.ts';
import { type Exchanges, evidenceFolder } from './testing/evidence-book.ts';
import { GUARANTEE, honestBooks, SECOND } from './testing/honest-books.ts';
import { added, answeredOtherwise, answerText, changed, delivered, one, without } from './testing/plant.ts';

const REGISTER = `/v0/guarantees/${GUARANTEE}`;
const HALF = '"\\ud800"';

const foundIn = async (exchanges: Exchanges): Promise<string[]> => {
  await using folder = await evidenceFolder(exchanges);
  const { findings } = await reconcile([folder.path]);
  return [...new Set(findings.map(({ invariant }) => invariant))];
};

const overdrawn = answeredOtherwise(honestBooks(), REGISTER, () => ({ availableAmount: 99_999_999 }));
const register = (change: (text: string) => string): Exchanges => answerText(overdrawn, REGISTER, change);

for (const [title, exchanges, found] of [
  ['half a surrogate pair', register((text) => text.replace(/\}$/, `,"x":${HALF}}`)), 'guarantee-overdrawn'],
  ['padding', register((text) => text.replace(/\}$/, `${' '.repeat(300_000)}}`)), 'guarantee-overdrawn'],
  ['more padding than is kept', register((text) => text + ' '.repeat(2_200_000)), 'unreadable-book'],
  ['a byte order mark', register((text) => `\ufeff${text}`), 'unreadable-book'],
  ['a figure beyond all', register((text) => text.replace('99999999', '1e30')), 'unreadable-book'],
  [
    'another status',
    overdrawn.map((exchange) =>
      exchange.path === REGISTER && exchange.answer
        ? { ...exchange, answer: { ...exchange.answer, status: 203 } }
        : exchange,
    ),
    'unreadable-book',
  ],
  [
    'no list of events',
    answeredOtherwise(honestBooks(), '/v0/movements/', () => ({ events: 'none' })),
    'unreadable-book',
  ],
] as const)
  test(`an overdrawn guarantee, or a ledger, hides in nothing: ${title}`, async () => {
    assert.ok((await foundIn(exchanges)).includes(found));
  });

const AGAIN = one(honestBooks(), { kind: 'deliver', code: 'AT01', about: SECOND });

test('a delivery to a stranger hides in no half of a surrogate pair', async () => {
  const told = delivered(AGAIN, 'ML');
  const body = String(told.body).replace(/\}$/, `,"extensions":{"x.y":${HALF}}}`);
  assert.ok((await foundIn(added(honestBooks(), { ...told, body }))).includes('told-but-not-concerned'));
});

for (const cursor of ['zz', '1.4', '-1', ' 1', '1000000000000000', undefined])
  test(`a second delivery is found under the cursor ${JSON.stringify(cursor)}`, async () => {
    const { 'corridor-cursor': _, ...headers } = AGAIN.headers;
    const again = {
      ...AGAIN,
      headers: { ...headers, ...(cursor !== undefined && { 'corridor-cursor': cursor }) },
    };
    assert.deepEqual(await foundIn([...honestBooks(), again]), ['unreadable-delivery']);
  });

test('an acknowledgement that nobody can read is found', async () => {
  const unread = changed(honestBooks(), { kind: 'submit', code: 'AT08', about: SECOND }, ({ answer }) => ({
    ...(answer && { answer: { ...answer, body: '{"payload":' } }),
  }));
  assert.deepEqual(await foundIn(unread), ['unreadable-delivery']);
});

test('nonsense that our own seats send, refused, is nobody else’s fault', async () => {
  const submission = one(honestBooks(), { kind: 'submit', code: 'AT01', about: SECOND });
  const refused = { status: 400, body: '{"code":', afterMs: 1 };
  const nonsense = ['{', 'null', `{"x":${HALF}}`, ''].map((body) => ({
    ...submission,
    body,
    answer: refused,
  }));
  assert.deepEqual(await foundIn([...honestBooks(), ...nonsense]), []);
});

for (const state of [
  { deadLetters: '9223372036854775807' },
  { deadLetters: 900 },
  { pending: 1_000_000_000 },
  { pending: 2, deadLetters: -1, lastQueued: 1_000 },
])
  test(`a queue of ${JSON.stringify(state)} explains nothing that was lost`, async () => {
    const lost = without(honestBooks(), { kind: 'deliver', to: 'BF', about: SECOND });
    const queue = answeredOtherwise(lost, '/v0/participants/BF/deliveries', () => state);
    assert.ok((await foundIn(queue)).includes('concerned-but-not-told'));
  });

test('dead letters explain as many as the stack names when it is asked for them', async () => {
  const lost = without(honestBooks(), { kind: 'deliver', to: 'BF', about: SECOND });
  const counted = answeredOtherwise(lost, '/v0/participants/BF/deliveries', () => ({
    lastQueued: 900,
    deadLetters: 800,
  }));
  assert.deepEqual(await foundIn(counted), [], 'nobody asked for their names');
  const state = one(counted, { kind: 'query', path: '/v0/participants/BF/deliveries' });
  const list = { ...state, path: '/v0/participants/BF/dead-letters' };
  const unnamed = { ...list, answer: { status: 200, body: '{"deadLetters":[]}', afterMs: 1 } };
  assert.deepEqual(await foundIn([...counted, unnamed]), ['concerned-but-not-told']);
});
