import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ExchangeModel } from '../../../model/run-model.ts';
import { catalogue } from '../../catalogue.ts';
import { pageExchange } from '../page-exchange.ts';
import { linkBands, linkText, struckText } from './link-view.ts';
import type { View } from './view.ts';

const view = { texts: catalogue.fr, data: { messages: {} } } as unknown as View;

const line = (seq: number, method: string, path: string, body: object) =>
  pageExchange({
    seq,
    file: 'exchange.ndjson',
    kind: 'link',
    at: '2026-11-22T08:00:00.000Z',
    from: 'hub',
    to: 'NE',
    method,
    path,
    headers: {},
    body: JSON.stringify(body),
    bodyBytes: 2,
    bodyDigest: '',
    scenario: 'x',
  } as ExchangeModel);

test('a fault is told in French with its values, its end too', () => {
  assert.equal(linkText(view, line(1, 'cut', '/begun', {})), 'liaison : coupée');
  assert.equal(linkText(view, line(1, 'latency', '/begun', { ms: 400 })), 'liaison : lente (ms : 400)');
  assert.equal(linkText(view, line(1, 'cut', '/ended', {})), 'fin, liaison : coupée');
  assert.equal(linkText(view, line(1, 'a-new-one', '/begun', {})), 'liaison : a-new-one');
});

test('a message that was struck is named, and what was answered when it arrived', () => {
  const lost = line(2, 'lost-answer', '/struck', { type: 'AT01', became: 'answer 202 lost', answered: 202 });
  assert.equal(linkText(view, lost), 'réponse perdue');
  assert.equal(struckText(view, lost), 'AT01 · arrivé après coup : 202');
});

test('a fault is drawn from its beginning to its own end, or to the end of the diagram', () => {
  const rows = [
    line(1, 'cut', '/begun', {}),
    line(2, 'latency', '/begun', { ms: 1 }),
    line(3, 'cut', '/ended', {}),
    line(4, 'cut', '/begun', {}),
  ];
  const places = {
    rows,
    tops: [0, 50, 100, 150, 200],
    centreOf: (seat: string) => (seat === 'hub' ? 300 : 100),
  };
  const bands = linkBands(places).map(({ markup }) => markup);
  assert.deepEqual(
    bands.map((band) => /y="(\d+)".*height="(\d+)"/.exec(band)?.slice(1).map(Number)),
    [
      [3, 144],
      [53, 144],
      [153, 44],
    ],
  );
});
