import { Client } from 'pg';
import { migrate, schemaDigest } from './schema.ts';

const TEMPLATE_LOCK = 7_205_001;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const onDatabase = (url: URL, name: string): URL => {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other;
};

/** The database that a PostgreSQL URL names. */
export const databaseOf = (url: URL): string => decodeURIComponent(url.pathname.slice(1));

async function connected<Result>(url: URL, act: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url.href, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/**
 * Creates a database that does not exist yet, with the schema in it, by copying the template of this schema
 * (made on demand; one maker at a time on the server).
 * @param url a database on the server that exists, e.g. `postgres`
 */
export async function createTemplate(url: URL, name: string): Promise<void> {
  const template = `corridor_template_${schemaDigest()}`;
  await connected(url, async (client) => {
    if (!(await exists(client, template))) await makeTemplate(client, url, template);
    try {
      // Copied as files, not through the log: a fifth of the time, and the template is only a few megabytes.
      const copied = `template ${quoted(template)} strategy file_copy`;
      await client.query(`create database ${quoted(name)} ${copied}`);
    } catch (error) {
      // another stack created it between our look and our attempt: then it is there, which is what was asked
      if (!(await exists(client, name))) throw error;
    }
  });
}

async function exists(client: Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  return rowCount === 1;
}

/** Made under another name and renamed when whole, so that nobody copies half a template. */
async function makeTemplate(client: Client, url: URL, template: string): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    if (await exists(client, template)) return;
    const making = `${template}_making`;
    await client.query(`drop database if exists ${quoted(making)}`);
    await client.query(`create database ${quoted(making)}`);
    await connected(onDatabase(url, making), (maker) => migrate(maker, making));
    await client.query(`alter database ${quoted(making)} rename to ${quoted(template)}`);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

/** Brings the named database to the newest schema, creating it first when the server has none of that name. */
export async function provision(url: URL): Promise<void> {
  const name = databaseOf(url);
  try {
    await connected(url, (client) => migrate(client, name));
  } catch (error) {
    if ((error as { code?: string }).code !== '3D000') throw error;
    await createTemplate(onDatabase(url, 'postgres'), name);
  }
}
