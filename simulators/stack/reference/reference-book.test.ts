import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReferenceData } from '../../../fixtures/reference-data.ts';
import type { ReferenceContent } from '../../../profile/messages/parts/reference-content.ts';
import { ReferenceBook } from './reference-book.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 20);

const book = (): ReferenceBook => new ReferenceBook(loadReferenceData());
const tariff = (...codes: string[]): ReferenceContent => ({
  kind: 'CODE_LIST',
  list: 'hsCodes',
  codes: codes.map((code) => ({ code, fr: 'Marchandise fictive', en: 'Fictitious goods' })),
});
const notice = (version: number, effectiveFrom: number, content: ReferenceContent) => ({
  country: 'ML',
  version,
  effectiveFrom,
  content,
});

test('the tariff of a country is the one in force at the instant asked for, past or present', () => {
  const reference = book();
  reference.publish(notice(1, START, tariff('010121')));
  reference.publish(notice(2, START + DAY, tariff('010121', '010129')));
  const at = (time: number) => [...(reference.at(time).tariffs?.get('ML') ?? [])];
  assert.deepEqual(at(START + 2 * DAY), ['010121', '010129']);
  assert.deepEqual(at(START + DAY - 1), ['010121']);
  assert.deepEqual(at(START - 1), []);
  assert.deepEqual(at(START + DAY), ['010121', '010129']);
});

test('one code list of a country does not replace another, and each is published under its name', () => {
  const reference = book();
  reference.publish(notice(1, START, tariff('010121')));
  reference.publish(notice(2, START, { kind: 'CODE_LIST', list: 'routes', codes: [] }));
  const { codeLists, versions } = reference.publication(START) as {
    codeLists: { list: string }[];
    versions: { kind: string; list?: string; version: number }[];
  };
  assert.deepEqual(
    codeLists.map(({ list }) => list),
    ['hsCodes', 'routes'],
  );
  const lists = versions.filter(({ kind }) => kind === 'CODE_LIST');
  assert.deepEqual(
    lists.map(({ list, version }) => [list, version]),
    [
      ['hsCodes', 1],
      ['routes', 2],
    ],
  );
});

test('the version in force is known of every kind, and of no kind or country that nobody knows', () => {
  const reference = book();
  reference.publish(notice(3, START, tariff('010121')));
  const of = (country: string, kind: string, list?: string) =>
    reference.versionOf({ country, kind, list }, START);
  assert.deepEqual(
    [of('ML', 'CODE_LIST', 'hsCodes'), of('ML', 'CODE_LIST', 'routes'), of('ML', 'OFFICES')],
    [3, 0, 0],
  );
  assert.deepEqual([of('CI', 'OFFICES'), of('ML', 'DEVICES'), of('ML', 'toString')], [null, null, null]);
});
