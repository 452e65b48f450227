import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { judgeExports } from './testing/judge-exports.ts';

const MAPPING = `exports:
  - files: "journal.*"
    columns:
      at: quand
      kind: sens
      sender: /de/siège
      receiver: { value: BF }
      messageType: type
      messageId: id
      transitReference: t1
      status: { value: 202 }
    fields:
      itinerary: route
      totalGrossMassKg: { column: masse, unit: t }
`;

const row = {
  quand: '2026-11-02T09:00:00+01:00',
  sens: 'submit',
  de: { siège: 'TG' },
  type: 'avis de transit',
  id: 'a"\\{[1',
  t1: '26TG0LOM1T00000014',
  route: ['TG0LOM1', 'TG0CIN1', 'BF0CIN1', 'BF0OUA1'],
  masse: 21.2305,
};
const rows = [row, { ...row, sens: 'deliver', masse: '21.2305' }, { ...row, sens: 'deliver' }];

async function judged(text: string, name: string) {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-json-'));
  try {
    const file = join(folder, name);
    await writeFile(file, text);
    return await judgeExports([file], MAPPING, { underWay: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

for (const [what, name, text] of [
  ['a list', 'journal.json', JSON.stringify(rows)],
  ['a list on many lines', 'journal.json', JSON.stringify(rows, null, 2)],
  ['lines', 'journal.ndjson', `\ufeff${rows.map((one) => JSON.stringify(one)).join('\n')}`],
  [
    'lines with returns and gaps',
    'journal.jsonl',
    `\n${rows.map((one) => `${JSON.stringify(one)}\r\n`).join('\n')}\n`,
  ],
] as const)
  test(`JSON as ${what} is read, with members within members and tonnes made kilograms`, async () => {
    const { books, read } = await judged(text, name);
    assert.deepEqual(books.findings, []);
    assert.deepEqual([read.files[0]?.rows, books.movements], [3, 1]);
  });

test('a list of many objects with every sign that could mislead is cut at its objects, wherever blocks of the file end', async () => {
  const odd = '}]{["\\'.repeat(40);
  const many = Array.from({ length: 600 }, (_, at) => ({
    ...row,
    id: `m${at}`,
    note: `${odd}${'\\'.repeat(at % 7)}`,
  }));
  const { read } = await judged(JSON.stringify(many), 'journal.json');
  assert.equal(read.files[0]?.rows, 600);
});

test('JSON that is torn, no list, no object, or too large is refused with its line', async () => {
  const refused = async (text: string, name: string, message: RegExp) =>
    assert.rejects(judged(text, name), { code: 'ROW_REFUSED', message });
  const lines = `[\n${JSON.stringify(row)},\n${JSON.stringify(row)}`;
  await refused(lines.slice(0, -20), 'journal.json', /line 3: found an object without end/);
  await refused(JSON.stringify(row), 'journal.json', /line 1: found no list of objects/);
  await refused('[{"a":tru}]', 'journal.json', /line 1: found what is no JSON object/);
  await refused(
    `[{"a":"${'x'.repeat(5 * 2 ** 20)}"}]`,
    'journal.json',
    /line 1: found an object of more than 4 MiB/,
  );
  await refused(`${JSON.stringify(row)}\n[1]\n`, 'journal.ndjson', /line 2: found what is no JSON object/);
  await refused(
    `{"a":"${'x'.repeat(5 * 2 ** 20)}`,
    'journal.ndjson',
    /line 1: found an object of more than 4 MiB/,
  );
  await refused(
    JSON.stringify([{ ...row, id: { __proto__: null, x: 1 } }]),
    'journal.json',
    /column "id": found a list or an object/,
  );
});

test('a member that is not there is an empty cell', async () => {
  await assert.rejects(judged(JSON.stringify([{ ...row, de: 'TG' }]), 'journal.json'), {
    message: /line 1, column "\/de\/siège": found nothing/,
  });
});
