import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, test } from 'node:test';
import { ContainerLog } from './container-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'corridor-log-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a secret is never written, even when it comes in two pieces', async () => {
  const path = join(folder, 'secret.log');
  const log = new ContainerLog(path, ['s3cret']);
  const said = new PassThrough();
  log.follow(said);
  said.write('postgres://corridor:s3c');
  said.end('ret@10.0.0.2/one\nlast words s3cret');
  await log.lastWords();
  await log.close();
  assert.equal(readFileSync(path, 'utf8'), 'postgres://corridor:***@10.0.0.2/one\nlast words ***\n');
});

test('the line that is waited for is found once it is whole; the last words are those before the end', async () => {
  const log = new ContainerLog(join(folder, 'ready.log'), []);
  const said = new PassThrough();
  log.follow(said);
  const ready = log.next(/^ready to accept$/);
  said.write('starting\nready to');
  said.write(' accept\n');
  await ready;
  said.end('FATAL: no space left\n\n');
  assert.equal(await log.lastWords(), 'FATAL: no space left');
  await log.close();
});

test('a second life goes on in the same file', async () => {
  const path = join(folder, 'twice.log');
  const log = new ContainerLog(path, []);
  for (const life of ['one', 'two']) {
    const said = new PassThrough();
    log.follow(said);
    const heard = log.next(new RegExp(life));
    said.end(`${life}\n`);
    await heard;
  }
  await log.close();
  assert.equal(readFileSync(path, 'utf8'), 'one\ntwo\n');
});
