import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reconcile } from './reconcile.ts';
import { type Exchanges, evidenceFolder } from './testing/evidence-book.ts';
import { honestBooks, SECOND } from './testing/honest-books.ts';
import { answeredOtherwise, changed, messageOf, said } from './testing/plant.ts';

const LARGEST = '9223372036854775807';
const SMALLEST = '-9223372036854775808';
const BOOKS = '/v0/movements/';
const REGISTER = '/v0/guarantees/';

const QUEUE = '/v0/participants/BF/deliveries';

const cursors = (...values: readonly string[]): Exchanges => {
  let at = 0;
  return changed(honestBooks(), { kind: 'deliver', to: 'BF' }, ({ headers }) => ({
    headers: { ...headers, 'corridor-cursor': values[at++] ?? String(headers['corridor-cursor']) },
  }));
};

const entered = (base: string): Exchanges =>
  changed(honestBooks(), { kind: 'submit', code: 'AT10' }, (exchange) => {
    const notice = { items: [], itinerary: { legs: 5 } };
    const movement = { transitReference: SECOND, movementVersion: base, state: 'RELEASED', notice };
    const message = { ...messageOf(exchange), messageType: 'AT11', sender: 'TG', recipient: 'hub' };
    return { from: 'TG', body: JSON.stringify({ ...message, payload: { outcome: 'FOUND', movement } }) };
  });

/** What a stack, or a seat, may say that no figure or list is. */
const extremes: Readonly<Record<string, Exchanges>> = {
  'cursors at both ends of a 64-bit figure': cursors(SMALLEST, LARGEST),
  'the largest figure of pending deliveries, and a dead letter': answeredOtherwise(
    honestBooks(),
    QUEUE,
    () => ({
      pending: LARGEST,
      deadLetters: 1,
    }),
  ),
  'amounts whose difference is none': answeredOtherwise(honestBooks(), REGISTER, () => ({
    referenceAmount: LARGEST,
    reservedAmount: -1,
    reservations: [{ amount: LARGEST }, { amount: LARGEST }],
  })),
  'goods that are a text': answeredOtherwise(honestBooks(), BOOKS, () => ({ notice: { items: 'garbage' } })),
  'a notice that is a text': answeredOtherwise(honestBooks(), BOOKS, () => ({ notice: 'garbage' })),
  'events and findings that are figures': answeredOtherwise(honestBooks(), BOOKS, () => ({
    events: 1,
    findings: 2,
  })),
  'an answer about a movement that is a text': said(
    honestBooks(),
    { kind: 'deliver', code: 'AT11' },
    { outcome: 'FOUND', movement: 'garbage' },
  ),
  'goods of a notice that are a text, and a mass that differs': said(
    said(honestBooks(), { code: 'AT01', about: SECOND }, { items: 'not json' }),
    { code: 'AT08', about: SECOND },
    { result: 'A2', differences: [{ pointer: '/items/0/grossMassKg', found: '1' }] },
  ),
  'a mass of 400 digits': said(
    honestBooks(),
    { code: 'AT08', about: SECOND },
    { result: 'A2', differences: [{ pointer: '/totalGrossMassKg', found: '9'.repeat(400) }] },
  ),
  'instants beyond the last year': said(
    said(honestBooks(), { code: 'AT02' }, { limitDate: '-infinity' }),
    { code: 'AT05' },
    { presentedAt: '290309-12-22 (BC) 00:00:00', passedAt: '294247-01-10T04:00:54.775806Z' },
  ),
  'a movement entered at the smallest version': entered('-2147483648'),
};

for (const [title, exchanges] of Object.entries(extremes))
  test(`the books are judged whatever is published: ${title}`, async () => {
    await using folder = await evidenceFolder(exchanges);
    const { verdict } = await reconcile([folder.path]);
    assert.ok(verdict === 'pass' || verdict === 'fail');
  });
