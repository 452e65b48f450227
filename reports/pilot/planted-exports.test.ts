import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeExports } from './testing/judge-exports.ts';
import {
  FIRST,
  honestLogs,
  type LogRow,
  type Logs,
  MAPPING,
  pilotFolder,
  SECOND,
  THIRD,
} from './testing/pilot-exports.ts';

type Seat = keyof Logs;

const isAbout = (reference: string, word: string, way?: string) => (row: LogRow) =>
  row['Référence T1'] === reference &&
  row['Type de message'] === word &&
  (way === undefined || row['Sens'] === way);

const changedAt = (logs: Logs, seat: Seat, change: (rows: readonly LogRow[]) => readonly LogRow[]): Logs => ({
  ...logs,
  [seat]: change(logs[seat]),
});

const without = (logs: Logs, seat: Seat, fits: (row: LogRow) => boolean): Logs =>
  changedAt(logs, seat, (rows) => rows.filter((row) => !fits(row)));

const rewritten = (logs: Logs, seat: Seat, fits: (row: LogRow) => boolean, more: LogRow): Logs =>
  changedAt(logs, seat, (rows) => rows.map((row) => (fits(row) ? { ...row, ...more } : row)));

const everywhere = (logs: Logs, change: (logs: Logs, seat: Seat) => Logs): Logs =>
  (Object.keys(logs) as Seat[]).reduce(change, logs);

/** The row as another seat would have received it, last in its queue. */
function received(logs: Logs, from: Seat, fits: (row: LogRow) => boolean, to: Seat): Logs {
  const row = logs[from].find(fits);
  assert.ok(row);
  const cursor = logs[to].filter(({ Sens }) => Sens === 'Reçu').length + 1;
  const more = { Sens: 'Reçu', 'N° de file': String(cursor), 'Date et heure': '03/11/2026 18:00:00' };
  return changedAt(logs, to, (rows) => [...rows, { ...row, ...more }]);
}

async function judged(logs: Logs, mapping = MAPPING) {
  await using folder = await pilotFolder(logs, mapping);
  return await judgeExports(folder.files, mapping);
}

const inShort = ({ books }: Awaited<ReturnType<typeof judged>>) =>
  books.findings.map(({ invariant, movement, seats }) => ({ invariant, movement, seats }));

test('an honest pilot of three movements in semicolons, windows-1252 and French headers reconciles clean', async () => {
  const { books, read } = await judged(honestLogs());
  assert.deepEqual(books.findings, []);
  assert.deepEqual([books.verdict, books.movements, books.exchanges], ['pass', 3, 55]);
  assert.deepEqual(
    read.files.map(({ file, rows, bad }) => ({ file, rows, bad })),
    [
      { file: 'tg-journal.csv', rows: 23, bad: 0 },
      { file: 'bf-journal.csv', rows: 23, bad: 0 },
      { file: 'ne-journal.csv', rows: 9, bad: 0 },
    ],
  );
});

test('what these exports cannot show is said, invariant by invariant, and nothing of it is a finding', async () => {
  const { books } = await judged(honestLogs());
  const needs = Object.fromEntries((books.notJudged ?? []).map((one) => [one.invariant, one.needs]));
  assert.deepEqual(needs, {
    'acknowledged-but-not-in-ledger': ['ledger'],
    'goods-differ': ['published-goods'],
    'guarantee-not-restored': ['guarantees'],
    'guarantee-overdrawn': ['guarantees'],
    'in-ledger-without-cause': ['ledger'],
    'overdue-untold': ['findings', 'hub-clock'],
    'passage-missing-untold': ['findings'],
    'passages-out-of-order': ['findings'],
    'seals-discontinued': ['findings'],
    'tracker-last-report-differs': ['wire'],
    'tracker-reports-differ': ['wire'],
    'unreadable-book': ['books'],
    'unreadable-delivery': ['wire'],
  });
});

test('a delivery lost is found: a country of the road was never told', async () => {
  const logs = without(honestLogs(), 'BF', isAbout(SECOND, 'Mainlevée', 'Reçu'));
  assert.deepEqual(inShort(await judged(logs)), [
    { invariant: 'concerned-but-not-told', movement: SECOND, seats: ['BF'] },
  ]);
});

test('a country that was told and is off the road is found', async () => {
  const logs = received(honestLogs(), 'TG', isAbout(FIRST, 'Avis de transit'), 'NE');
  assert.deepEqual(inShort(await judged(logs)), [
    { invariant: 'told-but-not-concerned', movement: FIRST, seats: ['NE'] },
  ]);
});

test('a message that stands twice in the queue of a seat is found', async () => {
  const logs = received(honestLogs(), 'BF', isAbout(FIRST, 'Mainlevée'), 'BF');
  assert.deepEqual(inShort(await judged(logs)), [
    { invariant: 'told-twice', movement: FIRST, seats: ['BF'] },
  ]);
});

test('a satisfactory control of another mass than declared is found', async () => {
  const fits = isAbout(THIRD, 'Résultat contrôle');
  const logs = everywhere(honestLogs(), (now, seat) =>
    rewritten(now, seat, fits, { 'Masse constatée': '25.230,5' }),
  );
  assert.deepEqual(inShort(await judged(logs)), [
    { invariant: 'weights-differ', movement: THIRD, seats: ['NE'] },
  ]);
});

test('a mass that one seat received otherwise than the other sent it is found, and so is a name', async () => {
  const fits = isAbout(SECOND, 'Avis de transit');
  for (const more of [{ 'Masse brute (kg)': '21 230,4' }, { Importateur: 'AUTRE FICTIF' }]) {
    const { books } = await judged(rewritten(honestLogs(), 'BF', fits, more));
    const [finding, ...others] = books.findings;
    assert.deepEqual(others, []);
    assert.equal(finding?.invariant, 'bytes-differ');
    assert.equal(finding.reason, 'le message remis à BF ne dit pas, dans les exports, ce que TG a déposé');
  }
});

test('a message received that its sender never sent is found', async () => {
  const logs = without(honestLogs(), 'TG', isAbout(FIRST, 'Avis de passage', 'Émis'));
  assert.deepEqual(inShort(await judged(logs)), [
    { invariant: 'delivered-but-never-submitted', movement: FIRST, seats: ['BF', 'TG'] },
  ]);
});

test('one identifier for two messages is found', async () => {
  const id = honestLogs().TG.find(isAbout(FIRST, 'Avis de transit'))?.['N° du message'] ?? '';
  const fits = isAbout(SECOND, 'Avis de transit');
  const logs = everywhere(honestLogs(), (now, seat) => rewritten(now, seat, fits, { 'N° du message': id }));
  const { books } = await judged(logs);
  const reused = books.findings.find(({ invariant }) => invariant === 'reused-key-accepted');
  assert.equal(reused?.reason, 'deux contenus sont donnés pour acceptés sous le même identifiant de TG');
});

test('a movement without its end is found, unless what is under way may be', async () => {
  const logs = everywhere(honestLogs(), (now, seat) => without(now, seat, isAbout(THIRD, 'Apurement')));
  await using folder = await pilotFolder(logs);
  const strict = await judgeExports(folder.files, MAPPING);
  assert.deepEqual(inShort(strict), [{ invariant: 'open-without-end', movement: THIRD, seats: ['TG'] }]);
  const lenient = await judgeExports(folder.files, MAPPING, { underWay: true });
  assert.deepEqual(inShort(lenient), []);
});

test('the clock of Niger taken for UTC makes contents differ', async () => {
  const { books } = await judged(honestLogs(), MAPPING.replace('Africa/Niamey', 'UTC'));
  assert.deepEqual([...new Set(books.findings.map(({ invariant }) => invariant))], ['bytes-differ']);
  assert.ok(books.findings.every(({ movement }) => movement === THIRD));
});

test('a message refused and received all the same is found', async () => {
  const logs = rewritten(honestLogs(), 'TG', isAbout(FIRST, 'Avis de passage', 'Émis'), { Accusé: 'KO' });
  assert.deepEqual(inShort(await judged(logs)), [
    { invariant: 'refused-but-delivered', movement: FIRST, seats: ['BF', 'TG'] },
  ]);
});

test('a message that had no answer is found', async () => {
  const logs = everywhere(
    rewritten(honestLogs(), 'TG', isAbout(FIRST, 'Apurement', 'Émis'), { Accusé: '' }),
    (now, seat) => without(now, seat, isAbout(FIRST, 'Apurement', 'Reçu')),
  );
  const found = inShort(await judged(logs)).map(({ invariant }) => invariant);
  assert.deepEqual(found, ['open-without-end', 'unanswered-message']);
});
