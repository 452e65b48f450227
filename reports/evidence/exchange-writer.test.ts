import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { EvidenceError } from './evidence-error.ts';
import { Journal } from './journal.ts';
import { readExchange } from './read-exchange.ts';
import { exampleExchange } from './testing/example-exchange.ts';
import { verifyChain } from './verify-chain.ts';

async function folder(context: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'corridor-evidence-'));
  context.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function written(path: string, lines: number): Promise<string> {
  const journal = await Journal.open(path);
  for (let i = 0; i < lines; i += 1) journal.record(exampleExchange({ path: `/${i}` }));
  await journal.close();
  return readFile(path, 'utf8');
}

test('thousands of lines form one chain, read back as recorded', async (context) => {
  const path = join(await folder(context), 'exchange.ndjson');
  const journal = await Journal.open(path);
  for (let i = 0; i < 5_000; i += 1) {
    journal.record(exampleExchange({ path: `/é/${i}` }));
    if (i % 700 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const { head, count } = await journal.close();
  assert.equal(count, 5_000);
  assert.deepEqual(await verifyChain(path), { holds: true, torn: false, head, count });
  const expected = journal.all();
  let at = 0;
  for await (const { seq, previous: _previous, hash: _hash, ...record } of readExchange(path)) {
    assert.equal(seq, at);
    assert.deepEqual(record, expected[at]);
    at += 1;
  }
  assert.equal(at, 5_000);
});

test('a writer killed at any instant leaves a chain that holds, with at most one torn line', async (context) => {
  const path = join(await folder(context), 'exchange.ndjson');
  const script = join(__dirname, 'testing', 'endless-writer.ts');
  const child = spawn(process.execPath, ['--require', 'ts-node/register', script, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let flushed = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    flushed = Number(line);
    if (flushed >= 5_000) child.kill('SIGKILL');
  }
  await (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined);
  const chain = await verifyChain(path);
  assert.equal(chain.holds, true, JSON.stringify(chain));
  assert.ok(chain.count >= flushed, `${chain.count} lines, ${flushed} were flushed`);
});

test('a torn last line is left out and told; the chain before it holds', async (context) => {
  const path = join(await folder(context), 'exchange.ndjson');
  const text = await written(path, 3);
  await writeFile(path, text.slice(0, -20));
  let torn = 0;
  const seqs: number[] = [];
  for await (const { seq } of readExchange(path, { onTorn: (line) => (torn = line) })) seqs.push(seq);
  assert.deepEqual([seqs, torn], [[0, 1], 3]);
  const chain = await verifyChain(path);
  assert.deepEqual([chain.holds, chain.torn, chain.count], [true, true, 2]);
});

test('a line that is no record is refused with its number, the lines before it are read', async (context) => {
  const path = join(await folder(context), 'exchange.ndjson');
  await written(path, 2);
  await appendFile(path, '{"kind":"gossip"}\n{"kind":"deliver"}\n');
  const seqs: number[] = [];
  const reading = async () => {
    for await (const { seq } of readExchange(path)) seqs.push(seq);
  };
  await assert.rejects(reading, { name: 'EvidenceError', code: 'NOT_A_RECORD', line: 3 });
  assert.deepEqual(seqs, [0, 1]);
  await assert.rejects(() => verifyChain(join(path, 'absent')), { code: 'NOT_READABLE' });
});

test('a changed byte, a missing line and a line of another chain are each found where they are', async (context) => {
  const place = await folder(context);
  const text = await written(join(place, 'exchange.ndjson'), 4);
  const lines = text.split('\n').filter((line) => line !== '');
  const broken = async (changed: readonly string[]) => {
    const path = join(place, 'changed.ndjson');
    await writeFile(path, changed.map((line) => `${line}\n`).join(''));
    return (await verifyChain(path)).broken;
  };
  const edited = lines.map((line, at) => (at === 1 ? line.replace('"status":202', '"status":503') : line));
  assert.deepEqual(await broken(edited), { line: 2, reason: 'the line was changed after it was written' });
  const missing = [...lines.slice(0, 2), ...lines.slice(3)];
  const reason = 'a line before this one is missing, added or changed';
  assert.deepEqual(await broken(missing), { line: 3, reason });
  assert.deepEqual(await broken([...lines, lines[3] ?? '']), { line: 5, reason });
});

test('lines that wait are on the disk after a synchronous flush, in order, even while a batch is under way', async (context) => {
  const path = join(await folder(context), 'exchange.ndjson');
  const journal = await Journal.open(path);
  const long = 'x'.repeat(200_000);
  for (let i = 0; i < 20; i += 1) journal.record(exampleExchange({ body: long }));
  // Two turns: the first batch is handed to the disk, and is not back yet.
  await Promise.resolve();
  await Promise.resolve();
  for (let i = 0; i < 20; i += 1) journal.record(exampleExchange({ path: `/${i}` }));
  journal.flushSync();
  assert.deepEqual((await verifyChain(path)).count, 40);
  for (let i = 0; i < 20; i += 1) journal.record(exampleExchange({ path: `/later/${i}` }));
  const { head, count } = await journal.close();
  assert.deepEqual(await verifyChain(path), { holds: true, torn: false, head, count });
  assert.equal(count, 60);
});

test('a slow disk makes endpoints wait instead of filling memory', async (context) => {
  const journal = await Journal.open(join(await folder(context), 'exchange.ndjson'), { keep: 0 });
  const long = 'x'.repeat(250_000);
  assert.equal(journal.ready(), undefined);
  for (let i = 0; i < 30; i += 1) journal.record(exampleExchange({ body: long }));
  const room = journal.ready();
  assert.ok(room instanceof Promise);
  await room;
  assert.equal(journal.ready(), undefined);
  await journal.close();
});

test('a full disk is a typed error that stays readable, and endpoints go on recording in memory', async () => {
  const journal = await Journal.open('/dev/full');
  journal.record(exampleExchange());
  journal.flushSync();
  assert.equal(journal.failure?.code, 'NO_SPACE');
  journal.record(exampleExchange());
  assert.equal(journal.all().length, 2);
  await assert.rejects(() => journal.close(), {
    name: 'EvidenceError',
    code: 'NO_SPACE',
    hint: /Free space/,
  });
});

test('a folder that may not be written, is missing, or holds evidence is told before anything is sent', async (context) => {
  const place = await folder(context);
  const isRoot = process.getuid?.() === 0;
  const closed = join(place, 'closed');
  await mkdir(closed);
  await chmod(closed, 0o500);
  if (isRoot) process.seteuid?.(65_534);
  try {
    await assert.rejects(() => Journal.open(join(closed, 'exchange.ndjson')), { code: 'NOT_WRITABLE' });
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
  await assert.rejects(() => Journal.open(join(place, 'absent', 'exchange.ndjson')), {
    code: 'NOT_WRITABLE',
    hint: 'Create the folder first.',
  });
  await written(join(place, 'exchange.ndjson'), 1);
  const again = await Journal.open(join(place, 'exchange.ndjson')).catch((error: unknown) => error);
  assert.ok(again instanceof EvidenceError);
  assert.equal(again.code, 'ALREADY_WRITTEN');
});

test('what is recorded after the end does not reach the file, and closing twice is closing once', async (context) => {
  const path = join(await folder(context), 'exchange.ndjson');
  const journal = await Journal.open(path);
  journal.record(exampleExchange());
  const first = await journal.close();
  journal.record(exampleExchange());
  assert.deepEqual(await journal.close(), first);
  assert.equal((await verifyChain(path)).count, 1);
});
