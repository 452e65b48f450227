import { Pool, types } from 'pg';
import { StackError } from '../errors.ts';
import { APPLICATION } from './former-life.ts';
import type { Host } from './host.ts';
import { OWN_DATABASE, OWN_ROLE, prepareDirectory } from './prepared-directory.ts';
import { databaseOf, provision } from './provision.ts';
import { startServer } from './server.ts';

/** The stack's PostgreSQL, with its schema, ready for use. */
export interface Database {
  readonly url: string;
  readonly pool: Pool;
  /** Ends when an embedded server dies; never for a server of others. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

const INT8 = 20;
const MAX_CONNECTIONS = 10;

/**
 * How long a database may say nothing, ms; the URL may say otherwise (`?query_timeout=500`). With the wait for a connection
 * before it, a submission is answered within its 30 s.
 */
const LIMITS = {
  connectionTimeoutMillis: 10_000,
  /** Over a link that is whole the server itself ends what takes too long, and the connection stays. */
  statement_timeout: 12_000,
  /** Whoever hears nothing for so long gives up the connection. */
  query_timeout: 15_000,
  /** A transaction whose owner the server hears no more frees its locks. */
  idle_in_transaction_session_timeout: 20_000,
} as const;

/** Counts and cursors are far below 2^53: numbers, not text. */
const parsers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
};

function openPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    ...LIMITS,
    types: parsers,
    // so that the last statement of a transaction and its commit travel together
    pipeline: true,
    application_name: APPLICATION,
  });
  // one that breaks in the midst of a transaction fails its statement; unheard, its event would end the whole stack
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined); // an idle connection lost is replaced at the next use
  return pool;
}

/** Opens the database at `url`, creating it when its server has none of that name; without url, a server of our own. */
export const openDatabase = (url: string | undefined, host: Host): Promise<Database> =>
  url === undefined ? openOwn(host) : openGiven(url);

async function openGiven(text: string): Promise<Database> {
  const url = parse(text);
  try {
    await provision(url);
  } catch (error) {
    if (error instanceof StackError) throw error;
    throw new StackError(
      'DATABASE_UNREACHABLE',
      `Failed to use the database ${JSON.stringify(databaseOf(url))} at ${url.host}: ${reason(error)}.`,
      'Check --database URL and that the server runs; or leave it out: the stack then brings its own.',
      error,
    );
  }
  const pool = openPool(url.href);
  return { url: url.href, pool, ended: new Promise(() => undefined), close: () => pool.end() };
}

async function openOwn(host: Host): Promise<Database> {
  const prepared = await prepareDirectory(host);
  const { installation, account, data: from, password } = prepared;
  const data = prepared.freshCopy();
  const server = await startServer({ installation, account, from, data, temporary: true });
  const url = `postgres://${OWN_ROLE}:${password}@127.0.0.1:${server.port}/${OWN_DATABASE}`;
  const pool = openPool(url);
  const close = async (): Promise<void> => {
    await pool.end();
    await server.stop();
  };
  return { url, pool, ended: server.ended, close };
}

function parse(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^postgres(?:ql)?:$/.test(url.protocol) && databaseOf(url) !== '') return url;
  throw new StackError(
    'DATABASE_URL_NOT_VALID',
    `Failed to read --database: found ${JSON.stringify(text.replace(/:[^:@/]*@/, ':***@'))}.`,
    'Expected postgres://user:password@host:port/name.',
  );
}

/** Node tells a refused connection to several addresses as one error without words of its own. */
function reason(error: unknown): string {
  const { message, errors } = error as Error & { errors?: Error[] };
  return message !== '' ? message : (errors?.[0]?.message ?? 'no connection');
}
