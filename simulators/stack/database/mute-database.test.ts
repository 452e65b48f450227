import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createRandom } from '../../../fixtures/random.ts';
import { addressOf, openLink, type RunningFault } from '../../links/index.ts';
import { newMovement } from '../testing/journey.ts';
import { Seat } from '../testing/seat.ts';
import { StackProcess } from '../testing/stack-process.ts';
import { openDatabase } from './database.ts';
import { inTransaction } from './transaction.ts';

const HOST = { env: {}, pid: process.pid, isAlive: () => true };

/** A database of its own on a server that runs, whose time limits stand in its URL. */
async function databaseWith(context: TestContext, limits: Readonly<Record<string, number>>): Promise<URL> {
  const server = await StackProcess.start();
  context.after(() => server[Symbol.asyncDispose]());
  const url = new URL(server.otherDatabase(`mute_${process.pid}`));
  for (const [name, ms] of Object.entries(limits)) url.searchParams.set(name, String(ms));
  return url;
}

/** A stack that reaches its database over a link, and two seats; it waits so long for its database. */
async function stackBehindLink(context: TestContext, answerMs: number) {
  const url = await databaseWith(context, { query_timeout: answerMs });
  const link = await openLink({
    name: 'hub-database',
    to: addressOf(url.href),
    kind: 'stream',
    clock: { now: Date.now },
    random: createRandom(1),
  });
  url.port = String(link.address.port);
  const stack = await StackProcess.start('--database', url.href);
  const [tg, bf] = [await Seat.start('TG', stack.url), await Seat.start('BF', stack.url)];
  context.after(async () => {
    for (const part of [tg, bf, stack, link]) await part[Symbol.asyncDispose]();
  });
  return { link, tg, bf, mute: (): Promise<RunningFault> => link.begin({ name: 'half-open' }) };
}

test('a hub whose database says nothing any more tells so, and goes on by itself once it is back', async (context) => {
  const { tg, bf, mute } = await stackBehindLink(context, 300);
  const { notice } = newMovement();
  const text = JSON.stringify(tg.compose('TransitNotice', notice, { movementVersion: 1 }));
  assert.equal((await tg.request('GET', '/v0/health')).status, 200);

  const fault = await mute();
  const refused = await tg.submit(text);
  assert.deepEqual([refused.status, refused.body.code], [503, 'UNAVAILABLE'], refused.text);
  const health = await tg.request('GET', '/v0/health');
  assert.deepEqual([health.status, health.body.code], [503, 'UNAVAILABLE'], health.text);
  assert.equal((await tg.request('GET', '/v0/capabilities')).status, 200);

  await fault.end();
  assert.equal((await tg.submit(text)).status, 202);
  assert.equal((await tg.request('GET', '/v0/health')).status, 200);
  await bf.until('the notice', (all) => all.length === 1);
});

test('a transaction whose owner fell silent frees its locks', async (context) => {
  const url = await databaseWith(context, { idle_in_transaction_session_timeout: 100 });
  const { pool, close } = await openDatabase(url.href, HOST);
  context.after(close);
  const [held, freed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const waits = (): Promise<void> => {
    held.resolve();
    return freed.promise;
  };
  const silent = inTransaction(pool, ['movement'], { act: waits });
  silent.catch(() => undefined); // told below
  await held.promise;
  await inTransaction(pool, ['movement'], { act: async () => freed.resolve() });
  await assert.rejects(silent, /terminating|terminated|not queryable/i);
});

test('unless the URL says otherwise, what the server ends comes before what we give up, and all of it before 30 s', async (context) => {
  const url = await databaseWith(context, {});
  const { pool, close } = await openDatabase(url.href, HOST);
  context.after(close);
  const { rows } = await pool.query<{ name: string; ms: string }>(
    `select name, setting as ms from pg_settings where name like '%_timeout' and source = 'client' order by name`,
  );
  assert.deepEqual(
    rows.map(({ name, ms }) => [name, Number(ms)]),
    [
      ['idle_in_transaction_session_timeout', 20_000],
      ['statement_timeout', 12_000],
    ],
  );
  const { query_timeout: oursMs = 0, connectionTimeoutMillis = 0 } = pool.options;
  assert.ok(oursMs > 12_000 && connectionTimeoutMillis + oursMs < 30_000, `${oursMs}`);
});
