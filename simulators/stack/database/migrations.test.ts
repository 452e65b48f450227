import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { Client } from 'pg';
import Postgrator from 'postgrator';
import { StackProcess } from '../testing/stack-process.ts';
import { migrate } from './schema.ts';

const [once, other] = ['5b0d8d1e-0000-4000-8000-000000000001', '5b0d8d1e-0000-4000-8000-000000000002'];

test('in books of an earlier release every event stays, one that was told under two numbers once', async () => {
  await using server = await StackProcess.start();
  await using admin = await connected(server.database);
  await admin.client.query('create database earlier');
  await using books = await connected(server.otherDatabase('earlier'));
  const { client } = books;
  const postgrator = new Postgrator({
    driver: 'pg',
    schemaTable: 'schema_version',
    migrationPattern: path.join(__dirname, 'migrations', '*.sql'),
    execQuery: (query: string) => client.query(query),
  });
  await postgrator.migrate('3');
  for (const [number, eventId] of [once, once, other].entries())
    await client.query('insert into tracking_event values ($1, $2, $3, $4, $5)', [
      '26TG0LOM1T00000014',
      'TRK-NE',
      'FICTIF-1',
      number + 1,
      JSON.stringify({ eventId }),
    ]);
  await migrate(client, 'earlier');
  const { rows } = await client.query('select device_seq, event_id from tracking_event order by device_seq');
  assert.deepEqual(rows, [
    { device_seq: 1, event_id: once },
    { device_seq: 3, event_id: other },
  ]);
});

async function connected(url: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  return { client, [Symbol.asyncDispose]: () => client.end() };
}
