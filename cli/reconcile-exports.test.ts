import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../profile/export/package-root.ts';
import { reconcileShape } from '../profile/export/reconcile-shape.ts';
import { honestLogs, IDENTIFIERS, pilotFolder, SECOND } from '../reports/pilot/testing/pilot-exports.ts';
import { corridorHere } from './testing/corridor-here.ts';
import { CorridorProcess } from './testing/corridor-process.ts';
import { expectReadable, expectRefusal } from './testing/expect-refusal.ts';

const KEY_TEXT = 'clé de test 0123456789';

const temporary = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('corridor-pilot-'));

test('corridor reconcile says in French that the exports agree, what was not judged, and what became of names', async () => {
  await using folder = await pilotFolder(honestLogs());
  const before = temporary();
  const ended = await corridorHere(['reconcile', ...folder.files, '--columns', 'columns.yaml'], {
    cwd: folder.path,
  });
  expectReadable(ended);
  assert.equal(ended.status, 0, ended.stderr);
  assert.match(
    ended.stdout,
    /sur 55 échanges et 3 mouvements, rien ne se\s+contredit dans ce que les exports permettent de juger/,
  );
  assert.match(ended.stdout, /Non jugé, faute de données dans les exports : 13 invariants\./);
  assert.match(ended.stdout, /tg-journal\.csv : 23 lignes lues/);
  assert.match(ended.stdout, /remplacés par des jetons ; clé\s+tirée pour cette exécution/);
  assert.match(
    ended.stdout.trimEnd().split('\n').at(-1) ?? '',
    /CONFORME {3}corridor reconcile .* --columns columns\.yaml$/,
  );
  assert.deepEqual(temporary(), before, 'no evidence is left that nobody asked for');
});

test('a lost delivery exits 1 with its movement; with a key no name and no key is in output or evidence', async () => {
  const logs = honestLogs();
  const lost = logs.BF.filter(
    (row) => row['Référence T1'] !== SECOND || row['Type de message'] !== 'Mainlevée',
  );
  await using folder = await pilotFolder({ ...logs, BF: lost });
  writeFileSync(join(folder.path, 'key.txt'), `${KEY_TEXT}\n`);
  const words = ['reconcile', ...folder.files, '--columns', 'columns.yaml', '--token-key', 'key.txt'];
  const machine = await corridorHere([...words, '--evidence', 'out.ndjson', '--format', 'json'], {
    cwd: folder.path,
  });
  assert.equal(machine.status, 1, machine.stderr);
  const { findings, exports, notJudged } = reconcileShape.strict().parse(JSON.parse(machine.stdout));
  assert.deepEqual(
    findings.map(({ invariant, movement, seats, reason }) => [invariant, movement, seats, reason]),
    [['concerned-but-not-told', SECOND, ['BF'], "BF n'a jamais reçu « mainlevée pour transit » de TG"]],
  );
  assert.deepEqual([exports?.identifiers, exports?.tokenKey, notJudged?.length], ['tokens', 'file', 13]);
  const evidence = readFileSync(join(folder.path, 'out.ndjson'), 'utf8');
  for (const secret of [...IDENTIFIERS, KEY_TEXT, Buffer.from(KEY_TEXT).toString('hex')])
    assert.ok(![evidence, machine.stdout, machine.stderr].some((text) => text.includes(secret)), secret);
  const again = await corridorHere(['reconcile', 'out.ndjson', '--chain', '--format', 'json'], {
    cwd: folder.path,
  });
  const { exports: _, ...books } = JSON.parse(machine.stdout) as { exports: unknown };
  assert.deepEqual(JSON.parse(again.stdout), books);
});

test('what cannot be right is refused in one sentence with exit 4, and nothing is written', async () => {
  await using folder = await pilotFolder(honestLogs());
  const here = readdirSync(folder.path);
  const refusal = async (...words: string[]) =>
    expectRefusal(await corridorHere(['reconcile', ...words, '--format', 'json'], { cwd: folder.path }), 4);
  const tg = ['tg-journal.csv', '--columns', 'columns.yaml'];
  assert.equal((await refusal('tg-journal.csv', '--keep-identifiers')).code, 'COLUMNS_MISSING');
  assert.match(
    (await refusal('tg-journal.csv', '--evidence', 'x')).message,
    /found --evidence without --columns/,
  );
  assert.match((await refusal('tg-journal.csv')).hint, /--columns FILE/);
  assert.equal((await refusal(...tg, '--token-key', 'nowhere')).code, 'TOKEN_KEY_NOT_READ');
  assert.equal((await refusal(...tg, '--evidence', 'columns.yaml')).code, 'EVIDENCE_EXISTS');
  assert.equal((await refusal(...tg, '--evidence', 'nowhere/x.ndjson')).code, 'EVIDENCE_NOT_WRITABLE');
  assert.equal((await refusal('tg-journal.csv', '--columns', 'nowhere.yaml')).code, 'COLUMNS_NOT_READ');
  await refusal(...tg, '--token-key', 'columns.yaml', '--keep-identifiers');
  assert.deepEqual(readdirSync(folder.path), here);
  writeFileSync(join(folder.path, 'short.key'), 'court\n');
  const short = await refusal(...tg, '--token-key', 'short.key');
  assert.match(short.message, /it has 5 bytes\.$/);
  writeFileSync(
    join(folder.path, 'bad.yaml'),
    readFileSync(folder.columns, 'utf8').replace('    timeZone: Africa/Lome\n', ''),
  );
  const zone = await refusal('tg-journal.csv', '--columns', 'bad.yaml');
  assert.match(zone.message, /bad\.yaml: exports\.0\.columns\.at: expected a timeZone/);
  writeFileSync(join(folder.path, 'tg-bad.csv'), 'Date et heure;Sens\nhier;envoi\n');
  const header = await refusal('tg-bad.csv', '--columns', 'columns.yaml');
  assert.equal(header.code, 'COLUMN_NOT_FOUND');
});

test('an export of many rows that is interrupted ends with 2 and leaves nothing', async () => {
  const logs = honestLogs();
  const many = Array.from({ length: 4_000 }, (_, at) =>
    logs.TG.map((row) => ({ ...row, 'N° du message': `${row['N° du message']}-${at}` })),
  ).flat();
  await using folder = await pilotFolder({ ...logs, TG: many });
  const here = readdirSync(folder.path);
  const words = ['reconcile', 'tg-journal.csv', '--columns', 'columns.yaml', '--evidence', 'out.ndjson'];
  await using process = new CorridorProcess(words, { cwd: folder.path });
  while (readdirSync(folder.path).length === here.length && process.child.exitCode === null)
    await new Promise(setImmediate);
  process.kill('SIGINT');
  const { status, stderr } = await process.ended;
  assert.equal(status, 2, stderr);
  assert.match(stderr, /Interrupted: no evidence was written/);
  assert.deepEqual(readdirSync(folder.path), here);
});

test('the mapping in the guide is read, with what one export takes over from another', async () => {
  const guide = readFileSync(join(packageRoot(), 'docs/guides/pilote.md'), 'utf8');
  await using folder = await pilotFolder(honestLogs());
  writeFileSync(join(folder.path, 'guide.yaml'), /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? '');
  const words = ['reconcile', 'bf-journal.csv', '--columns', 'guide.yaml', '--format', 'json'];
  const { code, message } = expectRefusal(await corridorHere(words, { cwd: folder.path }), 4);
  assert.equal(code, 'COLUMN_NOT_FOUND', message);
});
