import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRequirements } from '../../profile/export/requirements.ts';
import { parseInvariant, readInvariants } from './invariants.ts';
import { reconcile } from './reconcile.ts';
import { type Exchanges, evidenceFolder } from './testing/evidence-book.ts';
import { honestBooks } from './testing/honest-books.ts';
import { planted } from './testing/planted.ts';

/** A temporary folder for the engine alone; `left` says what it left behind. */
async function engineFolder() {
  const path = await mkdtemp(join(tmpdir(), 'corridor-engine-'));
  const [left, remove] = [() => readdir(path), () => rm(path, { recursive: true })];
  return { temporary: path, left, [Symbol.asyncDispose]: remove };
}

test('every invariant cites requirements of the register and says what it means', () => {
  const known = new Set(readRequirements().map(({ id }) => id));
  for (const { name, requirements } of readInvariants())
    for (const id of requirements) assert.ok(known.has(id), `${name} cites ${id}`);
  assert.throws(
    () => parseInvariant('x', 'select 1'),
    /header of x\.sql: found \["select 1"\].*Begin it with five lines: "-- fr: TITLE"/,
  );
});

test('the evidence of several processes is one: what TG sent in one file reached BF in another', async () => {
  const ofTogo = (exchange: Exchanges[number]) => exchange.from === 'TG' || exchange.to === 'TG';
  await using togo = await evidenceFolder(honestBooks().filter(ofTogo));
  await using others = await evidenceFolder(honestBooks().filter((exchange) => !ofTogo(exchange)));
  const { findings, exchanges } = await reconcile([togo.file, others.path]);
  assert.deepEqual(findings, []);
  assert.equal(exchanges, honestBooks().length);
});

test('stacks are kept apart: the same cursors twice are no fault when two stacks counted them', async () => {
  const other = honestBooks().map((exchange) => ({ ...exchange, stack: 'another' }));
  await using folder = await evidenceFolder([...honestBooks(), ...other]);
  const { verdict, movements } = await reconcile([folder.path]);
  assert.equal(verdict, 'pass');
  assert.equal(movements, 4);
});

test('dwell and lead time come by corridor, in minutes', async () => {
  await using folder = await evidenceFolder(honestBooks());
  const { figures } = await reconcile([folder.path]);
  const corridor = 'LOME-CINKANSE-OUAGADOUGOU';
  assert.deepEqual(figures.dwell, [
    { corridor, office: 'BF0CIN1', count: 2, medianMin: 30, p90Min: 30 },
    { corridor, office: 'TG0CIN1', count: 2, medianMin: 150, p90Min: 150 },
  ]);
  const [lead, ...more] = figures.leadTime;
  assert.deepEqual(more, []);
  assert.ok(
    lead && lead.country === 'BF' && lead.count === 2 && lead.medianMin > 2_900,
    JSON.stringify(lead),
  );
});

test('a torn last line is left out, a line of rubbish is named with its file', async () => {
  await using folder = await evidenceFolder(honestBooks());
  await appendFile(folder.file, '{"kind":"submit","at":"20');
  assert.equal((await reconcile([folder.path])).verdict, 'pass');
  const lines = (await readFile(folder.file, 'utf8')).split('\n');
  await writeFile(folder.file, [...lines.slice(0, 2), 'rubbish', ...lines.slice(3)].join('\n'));
  await using engine = await engineFolder();
  await assert.rejects(reconcile([folder.path], { temporary: engine.temporary }), {
    code: 'NOT_A_RECORD',
    exitCode: 4,
    message: /line 3 of .*exchange\.ndjson: found "rubbish"/,
  });
  assert.deepEqual(await engine.left(), []);
});

test('other JSON, a huge line, a missing file and a folder without evidence are refused in one sentence', async () => {
  await using folder = await evidenceFolder([]);
  const refused = async (path: string, code: string) =>
    assert.rejects(
      reconcile([path]),
      ({ code: seen, message, hint }: Error & { code: string; hint: string }) => {
        assert.equal(seen, code);
        assert.doesNotMatch(message, /\n/);
        return hint.length > 10;
      },
    );
  const file = join(folder.path, 'other.ndjson');
  for (const text of [
    '{"a":1}\n{"b":2}\n',
    '[1,2]\n',
    'PK\u0003\u0004\n',
    '{"kind":"submit","at":"yesterday"}\n',
    '{"kind":"submit","at":"2026-11-02T08:00:00Z","from":"TG","to":"hub","path":"/","answer":{"status":202,"afterMs":1e300}}\n',
  ]) {
    await writeFile(file, text);
    await refused(file, 'NOT_A_RECORD');
  }
  await writeFile(file, `{"kind":"${'x'.repeat(17 * 2 ** 20)}"}\n`);
  await refused(file, 'NOT_A_RECORD');
  await refused(join(folder.path, 'nowhere.ndjson'), 'EVIDENCE_NOT_FOUND');
  const empty = await mkdtemp(join(tmpdir(), 'corridor-empty-'));
  await refused(empty, 'NO_EVIDENCE');
  await rm(empty, { recursive: true });
});

test('an empty file is nothing to reconcile', async () => {
  await using folder = await evidenceFolder([]);
  const { verdict, exchanges } = await reconcile([folder.path]);
  assert.equal(verdict, 'inconclusive');
  assert.equal(exchanges, 0);
});

test('a path with signs that an engine would take for a pattern is read as it is', async () => {
  await using folder = await evidenceFolder(honestBooks());
  const strange = join(folder.path, "exchange [1]*'.ndjson");
  await cp(folder.file, strange);
  assert.equal((await reconcile([strange])).exchanges, honestBooks().length);
});

test('a line changed after it was written is told when the chain is asked for', async () => {
  await using folder = await evidenceFolder(honestBooks());
  const text = await readFile(folder.file, 'utf8');
  await writeFile(folder.file, text.replace('"afterMs":1.5', '"afterMs":1.6'));
  assert.equal((await reconcile([folder.path])).verdict, 'pass');
  await assert.rejects(reconcile([folder.path], { chain: true }), { code: 'CHAIN_BROKEN', exitCode: 2 });
});

test('bodies and answers of any shape break nothing: they are judged as far as they can be read', async () => {
  const odd = [
    'null',
    '[]',
    '"x"',
    '{',
    '{"messageType":["AT01"],"payload":3}',
    '{"payload":{"transitReference":{}}}',
    '\u0000',
  ];
  const strange = honestBooks().flatMap((exchange) =>
    odd.map((text) => ({
      ...exchange,
      ...(exchange.body !== undefined && exchange.kind !== 'manage' ? { body: text } : {}),
      ...(exchange.answer && { answer: { ...exchange.answer, body: text } }),
    })),
  );
  await using folder = await evidenceFolder([...honestBooks(), ...strange]);
  const { exchanges, verdict } = await reconcile([folder.path]);
  assert.equal(exchanges, honestBooks().length * (odd.length + 1));
  assert.ok(verdict === 'pass' || verdict === 'fail');
});

test('an interrupted reconciliation leaves nothing behind', async () => {
  await using folder = await evidenceFolder(honestBooks());
  await using engine = await engineFolder();
  const { temporary } = engine;
  const stop = new AbortController();
  const onStage = ({ name }: { name: string }) => {
    if (name === 'bytes-differ') stop.abort();
  };
  const options = { temporary, signal: stop.signal, onStage };
  await assert.rejects(reconcile([folder.path], options), { code: 'INTERRUPTED' });
  assert.deepEqual(await engine.left(), []);
});

test('of many findings the first are listed and all are counted', async () => {
  const plant = planted['told-but-not-concerned'];
  assert.ok(plant);
  let exchanges = honestBooks();
  for (let time = 0; time < 130; time += 1) exchanges = plant.plant(exchanges);
  await using folder = await evidenceFolder(exchanges);
  const { invariants, findings } = await reconcile([folder.path]);
  const count = invariants.find(({ name }) => name === 'told-but-not-concerned')?.findings;
  assert.equal(count, 130);
  assert.equal(findings.filter(({ invariant }) => invariant === 'told-but-not-concerned').length, 100);
});

test('a file cut at the end of a line is told by the run beside it when the chain is asked for', async () => {
  await using folder = await evidenceFolder(honestBooks());
  const lines = (await readFile(folder.file, 'utf8')).split('\n').filter(Boolean);
  const { hash } = JSON.parse(lines.at(-1) ?? '') as { hash: string };
  const exchanges = { count: lines.length, unexpected: 0, heads: { harness: hash } };
  const run = (state: string) =>
    writeFile(join(folder.path, 'run.json'), JSON.stringify({ state, exchanges }));
  await run('complete');
  assert.equal((await reconcile([folder.path], { chain: true })).verdict, 'pass');
  await writeFile(folder.file, `${lines.slice(0, 20).join('\n')}\n`);
  const cut = { code: 'CHAIN_BROKEN', exitCode: 2, message: /ends after 20 lines, and run\.json/ };
  await assert.rejects(reconcile([folder.file], { chain: true }), cut);
  await run('interrupted');
  await reconcile([folder.path], { chain: true });
  await writeFile(join(folder.path, 'run.json'), '{');
  await assert.rejects(reconcile([folder.path], { chain: true }), { code: 'CHAIN_BROKEN' });
});

test('pipes and devices are refused before they are opened, in plain words', async () => {
  await using folder = await evidenceFolder([]);
  const pipe = join(folder.path, 'exchange-pipe.ndjson');
  execFileSync('mkfifo', [pipe]);
  for (const path of ['/dev/null', pipe, folder.path])
    await assert.rejects(reconcile([path]), {
      code: 'NOT_READABLE',
      exitCode: 4,
      message: /it is a pipe or a device/,
    });
});

test('a file and a link to it count once', async () => {
  await using folder = await evidenceFolder(honestBooks());
  await symlink(folder.file, join(folder.path, 'exchange-link.ndjson'));
  assert.equal((await reconcile([folder.path])).exchanges, honestBooks().length);
});

test('an answer that is none is a changed file, and blames nobody', async () => {
  await using folder = await evidenceFolder(honestBooks());
  const lines = (await readFile(folder.file, 'utf8')).split('\n');
  for (const answer of ['"x"', '{"status":"two"}', '{"status":20000000000}', '[]']) {
    const changed = lines[20]?.replace(/"answer":\{.*?"afterMs":1\.5\}/, `"answer":${answer}`);
    assert.notEqual(changed, lines[20]);
    await writeFile(folder.file, lines.with(20, changed ?? '').join('\n'));
    await assert.rejects(reconcile([folder.path]), { code: 'NOT_A_RECORD', message: /line 21 of/ }, answer);
  }
});

test('half of a surrogate pair in a message breaks no evidence', async () => {
  const half = honestBooks().map((exchange, at) =>
    at === 20
      ? { ...exchange, body: '{"a":"\ud800"}', conversations: ['\ud800x'], fault: '\ud800' }
      : exchange,
  );
  await using folder = await evidenceFolder(half);
  assert.equal((await reconcile([folder.path])).exchanges, half.length);
});
