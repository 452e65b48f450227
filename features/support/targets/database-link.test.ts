import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behindDatabaseLink } from './database-link.ts';
import type { StackUnderTest } from './target.ts';

test('what befalls the link to a database is told to whoever listens, from when it listens until it is done', async () => {
  const described = {
    name: 'x',
    environment: 'test',
    hub: 'http://127.0.0.1:1',
    seatsUnderTest: ['hub'],
  } as const;
  const stack: StackUnderTest = { description: described, [Symbol.asyncDispose]: async () => undefined };
  const to = { host: '127.0.0.1', port: 1 };
  await using behind = await behindDatabaseLink(
    { name: 'x', to, clock: { now: () => 7 } },
    async () => stack,
  );
  const { databaseLink } = behind;
  assert.ok(databaseLink);
  await (await databaseLink.begin({ name: 'reset' })).end();
  const told: string[] = [];
  const unsubscribe = databaseLink.subscribe(({ fault, what, at }) =>
    told.push(`${fault.name} ${what} ${at}`),
  );
  const running = await databaseLink.begin({ name: 'half-open' });
  await running.end();
  unsubscribe();
  await (await databaseLink.begin({ name: 'cut' })).end();
  assert.deepEqual(told, ['half-open begun 7', 'half-open ended 7']);
});
