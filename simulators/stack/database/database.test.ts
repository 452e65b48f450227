import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { test } from 'node:test';
import { Client } from 'pg';
import { StackProcess } from '../testing/stack-process.ts';

async function ask<Row>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows as Row[];
}

async function isListening(url: string): Promise<boolean> {
  const socket = createConnection(Number(new URL(url).port), '127.0.0.1');
  const listening = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return listening;
}

/** Probes until the answer is no, for at most ten seconds. */
async function untilNot(probe: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 10_000;
  while (await probe()) assert.ok(Date.now() < until, 'still so after ten seconds');
}

test('a stack killed without warning leaves neither a server nor its data behind', async () => {
  const stack = await StackProcess.start();
  const [row] = await ask<{ data_directory: string }>(stack.database, 'show data_directory');
  const data = row?.data_directory ?? '';
  assert.ok(existsSync(data));
  await stack.kill();
  await untilNot(() => isListening(stack.database));
  await untilNot(async () => existsSync(data));
});

test('two stacks started at once have two servers, and stop without disturbing each other', async () => {
  const [one, other] = await Promise.all([StackProcess.start(), StackProcess.start()]);
  assert.notEqual(new URL(one.database).port, new URL(other.database).port);
  await one[Symbol.asyncDispose]();
  assert.deepEqual(await ask(other.database, 'select count(*)::int as n from movement'), [{ n: 0 }]);
  await other[Symbol.asyncDispose]();
});

test('databases that do not exist are made from a template, several at once, and one with other tables is refused', async () => {
  await using server = await StackProcess.start();
  const names = ['first', 'second', 'third'].map((name) => server.otherDatabase(`${name}_${process.pid}`));
  const stacks = await Promise.all(names.map((url) => StackProcess.start('--database', url)));
  for (const stack of stacks) {
    const [row] = await ask<{ n: number }>(stack.database, 'select count(*)::int as n from participant');
    assert.ok((row?.n ?? 0) >= 4);
    await stack[Symbol.asyncDispose]();
  }
  await ask(server.database, 'create database foreign_one');
  const foreign = server.otherDatabase('foreign_one');
  await ask(foreign, 'create table customers (id integer)');
  await assert.rejects(StackProcess.start('--database', foreign), /DATABASE_NOT_OURS.*customers/);
});
