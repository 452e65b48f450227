import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { StackError } from '../errors.ts';

/** The migrations lie beside this file, in the sources and in the compiled output. */
const FOLDER = path.join(__dirname, 'migrations');

const files = (): string[] =>
  existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .filter((name) => name.endsWith('.sql'))
        .sort()
    : [];

/** Twelve hexadecimal characters that change with any migration. */
export function schemaDigest(): string {
  const hash = createHash('sha256');
  for (const name of files()) hash.update(name).update(readFileSync(path.join(FOLDER, name)));
  return hash.digest('hex').slice(0, 12);
}

const newestVersion = (): number => Math.max(0, ...files().map((name) => Number.parseInt(name, 10)));

/** Brings a database to the newest schema; does nothing, quickly, when it is there. */
export async function migrate(client: Client, database: string): Promise<void> {
  const version = await versionOf(client);
  if (version === newestVersion()) return;
  if (version === 0) await refuseForeign(client, database);
  const { default: Postgrator } = await import('postgrator');
  const postgrator = new Postgrator({
    driver: 'pg',
    database,
    schemaTable: 'schema_version',
    migrationPattern: path.join(FOLDER, '*.sql').replaceAll('\\', '/'),
    execQuery: (query: string) => client.query(query),
  });
  await postgrator.migrate();
}

/** Tables that are not ours: somebody gave the address of something else. */
async function refuseForeign(client: Client, database: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema() order by 1 limit 1`,
  );
  if (!rows[0]) return;
  throw new StackError(
    'DATABASE_NOT_OURS',
    `Failed to use the database ${JSON.stringify(database)}: found tables of others in it, e.g. ${JSON.stringify(rows[0].name)}.`,
    'Name a database that does not exist yet: the stack creates it.',
  );
}

async function versionOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ there: string | null }>(
    `select to_regclass('schema_version') as there`,
  );
  if (rows[0]?.there == null) return 0;
  const version = await client.query<{ version: number }>(
    'select max(version)::int as version from schema_version',
  );
  return version.rows[0]?.version ?? 0;
}
