import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Journal } from './journal.ts';
import { BODY_KEPT_BYTES } from './observed-exchange.ts';
import { exampleExchange } from './testing/example-exchange.ts';

test('a record belongs to the scenario that claimed any of its conversations, else to nobody', () => {
  const journal = new Journal();
  journal.claim('G', 'garantie/affectation#nominal');
  journal.record(exampleExchange({ conversations: ['M', 'G'] }));
  journal.record(exampleExchange({ conversations: ['M', 'X'] }));
  journal.record(exampleExchange({ kind: 'manage', from: 'BF', to: 'hub', conversations: [] }));
  assert.deepEqual(
    journal.all().map(({ conversation, scenario }) => [conversation, scenario]),
    [
      ['G', 'garantie/affectation#nominal'],
      ['M', null],
      [undefined, null],
    ],
  );
  assert.deepEqual(journal.unexpected(), [journal.all()[1]]);
  assert.deepEqual(journal.counts, { count: 3, unexpected: 1 });
  assert.deepEqual(journal.claimedBy('garantie/affectation#nominal'), ['G']);
});

test('a capped journal keeps the newest records of each conversation, and counts all', () => {
  const journal = new Journal({ keep: 3 });
  for (let i = 0; i < 1_000; i += 1)
    journal.record(exampleExchange({ path: `/${i}`, conversations: [`c${i % 2}`] }));
  assert.deepEqual(
    journal.all().map(({ path }) => path),
    ['/997', '/998', '/999'],
  );
  assert.deepEqual(
    journal.of('c1').map(({ path }) => path),
    ['/997', '/999'],
  );
  assert.equal(journal.counts.count, 1_000);
  const none = new Journal({ keep: 0 });
  none.record(exampleExchange());
  assert.deepEqual([none.all().length, none.of('26TG0LOM1T00000014').length, none.counts.count], [0, 0, 1]);
});

test('the digest is of the bytes as sent, or of what is left when a secret was hidden', () => {
  const journal = new Journal();
  const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
  const latin1 = Buffer.from([0x22, 0xe9, 0x22]);
  const foreign = journal.record(exampleExchange({ body: latin1 }));
  assert.deepEqual([foreign.bodyDigest, foreign.notUtf8], [sha256(latin1), true]);
  const hidden = journal.record(exampleExchange({ body: '{"accessCode":"X1Y2"}' }));
  assert.equal(hidden.body, '{"accessCode":"***"}');
  assert.equal(hidden.bodyDigest, sha256('{"accessCode":"***"}'));
  assert.deepEqual([hidden.bodyBytes, hidden.notUtf8], [21, undefined]);
});

test('a body above the limit is kept by size and digest only', () => {
  const record = new Journal().record(exampleExchange({ body: 'x'.repeat(BODY_KEPT_BYTES + 1) }));
  assert.equal(record.body, undefined);
  assert.equal(record.bodyBytes, BODY_KEPT_BYTES + 1);
  assert.match(record.bodyDigest, /^[0-9a-f]{64}$/);
});

test('a listener hears each record until it has enough', () => {
  const journal = new Journal();
  const heard: string[] = [];
  const end = journal.subscribe(({ path }) => heard.push(path));
  journal.record(exampleExchange({ path: '/1' }));
  end();
  journal.record(exampleExchange({ path: '/2' }));
  assert.deepEqual(heard, ['/1']);
});

test('what comes when the evidence is closed is neither kept nor counted: run.json tells how many lines there are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-journal-'));
  try {
    const journal = await Journal.open(join(folder, 'exchange.ndjson'));
    journal.record(exampleExchange());
    const closing = journal.close();
    journal.record(exampleExchange());
    const { count } = await closing;
    journal.record(exampleExchange());
    assert.deepEqual([count, journal.counts.count, journal.all().length], [1, 1, 1]);
    const lines = readFileSync(join(folder, 'exchange.ndjson'), 'utf8').trimEnd().split('\n');
    assert.equal(lines.length, 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
