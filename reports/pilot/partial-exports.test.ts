import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { reconcile } from '../reconcile/reconcile.ts';
import { judgeExports } from './testing/judge-exports.ts';
import { FIRST, honestLogs, type LogRow, type Logs, MAPPING, pilotFolder } from './testing/pilot-exports.ts';

const sent = ({ Sens }: LogRow): boolean => Sens === 'Émis';
const only = (logs: Logs, keep: (row: LogRow) => boolean): Logs => ({
  TG: logs.TG.filter(keep),
  BF: logs.BF.filter(keep),
  NE: logs.NE.filter(keep),
});

async function judged(logs: Logs, mapping = MAPPING) {
  await using folder = await pilotFolder(logs, mapping);
  return (await judgeExports(folder.files, mapping)).books;
}

const needsOf = (books: Awaited<ReturnType<typeof judged>>, name: string) =>
  books.notJudged?.find(({ invariant }) => invariant === name)?.needs;

test('exports of what seats sent, and nothing received, blame nobody for deliveries', async () => {
  const books = await judged(only(honestLogs(), sent));
  assert.deepEqual(books.findings, []);
  assert.deepEqual(needsOf(books, 'concerned-but-not-told'), ['deliveries']);
  assert.deepEqual(needsOf(books, 'told-twice'), ['cursors']);
});

test('exports of what seats received, and nothing sent, call no message invented', async () => {
  const books = await judged(only(honestLogs(), (row) => !sent(row)));
  assert.deepEqual(books.findings, []);
  assert.deepEqual(needsOf(books, 'delivered-but-never-submitted'), ['submissions']);
});

test('without the export of the country of departure its movements are judged in part, and that is said', async () => {
  const books = await judged({ ...honestLogs(), TG: [] });
  assert.deepEqual(books.findings, []);
  assert.deepEqual(
    books.notJudged?.filter(({ invariant }) => invariant === null),
    [{ invariant: null, needs: ['beginnings'], movements: 3 }],
  );
});

test('without the export of a country on the road nothing is missing there, and nobody says it never happened', async () => {
  const books = await judged({ ...honestLogs(), NE: [] });
  assert.deepEqual(books.findings, []);
  assert.deepEqual(
    books.notJudged?.filter(({ invariant }) => invariant === null),
    [{ invariant: null, needs: ['senders'], movements: 1 }],
  );
});

test('an export that begins after its movements did makes no finding of what it lacks', async () => {
  const begun = new Set(['Avis de transit', 'Mainlevée']);
  const late = only(
    honestLogs(),
    (row) => row['Référence T1'] !== FIRST || !begun.has(row['Type de message'] ?? ''),
  );
  const books = await judged(late);
  assert.deepEqual(books.findings, []);
  assert.deepEqual(
    books.notJudged?.filter(({ invariant }) => invariant === null),
    [{ invariant: null, needs: ['beginnings'], movements: 1 }],
  );
});

for (const [what, pattern] of [
  ['cursors', /^ {6}cursor: .*\n/gm],
  ['versions', /^ {6}movementVersion: .*\n/gm],
  ['itineraries', /^ {6}itinerary: .*\n/gm],
  ['grounds of discharge', /^ {6}basis: .*\n/gm],
  ['results of controls', /^ {6}result: .*\n/gm],
  ['seals', /^ {6}seals: .*\n/gm],
  ['kinds of packages', /^ {6}packageKind: .*\n/gm],
  ['offices', /^ {6}office: .*\n/gm],
] as const)
  test(`an honest pilot whose exports have no ${what} has no finding`, async () => {
    const mapping = MAPPING.replace(pattern, '');
    assert.notEqual(mapping, MAPPING);
    const { findings, verdict } = await judged(honestLogs(), mapping);
    assert.deepEqual(findings, []);
    assert.equal(verdict, 'pass');
  });

test('an honest pilot of envelopes alone, without any field, is judged on them alone', async () => {
  const mapping = MAPPING.replace(/^ {4}fields:\n(?: {6}.*\n)+/gm, '');
  await using folder = await pilotFolder(honestLogs(), mapping);
  const { books, read } = await judgeExports(folder.files, mapping);
  assert.deepEqual(books.findings, []);
  assert.deepEqual(read.compared, []);
  assert.deepEqual(needsOf(books, 'told-but-not-concerned'), ['itineraries']);
});

test('what came after the period that an export holds is explained, not found', async () => {
  const cut = (row: LogRow): boolean => row['Type de message'] !== 'Apurement';
  const logs = { ...honestLogs(), BF: honestLogs().BF.filter(cut) };
  assert.ok((await judged(logs)).findings.length > 0);
  const mapping = MAPPING.replace(
    'timeZone: Africa/Ouagadougou',
    'timeZone: Africa/Ouagadougou\n    covers: { until: "2026-11-02T10:10:00Z" }',
  );
  const { findings, explained } = await judged({ ...logs, TG: logs.TG, NE: [] }, mapping);
  assert.deepEqual(
    findings.filter(({ invariant }) => invariant === 'concerned-but-not-told'),
    [],
  );
  assert.deepEqual(
    explained
      .filter(({ explanation }) => explanation === 'not-exported')
      .map(({ invariant, count }) => [invariant, count]),
    [['concerned-but-not-told', 3]],
  );
});

test('the evidence that is kept says the same when it is reconciled again, with its chain', async () => {
  await using folder = await pilotFolder(honestLogs());
  const evidence = join(folder.path, 'exchange.ndjson');
  const { books } = await judgeExports(folder.files, MAPPING, { evidence });
  const again = await reconcile([evidence], { chain: true });
  assert.deepEqual(again, books);
  const [first = ''] = (await readFile(evidence, 'utf8')).split('\n');
  assert.deepEqual((JSON.parse(first) as { exported: unknown }).exported, {});
});
