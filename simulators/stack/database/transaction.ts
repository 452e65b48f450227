import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';

/** What a unit of work runs its statements on. */
export type Transaction = PoolClient;

const REPEATABLE = new Set(['40001', '40P01']);
const MAX_REPEATS = 3;
const ASK_AGAIN_MS = 200;
/** A connection that does not even take this back is given up, and PostgreSQL takes it back. */
const ROLLBACK = { text: 'rollback', query_timeout: 1000 };

/** Thrown inside a transaction to leave it without effect and give `result` back. */
export class Rollback<Result> extends Error {
  readonly result: Result;
  constructor(result: Result) {
    super('rolled back');
    this.result = result;
  }
}

/** The connection broke between a commit and its answer: it took effect or not, and only the database knows. */
class InDoubt<Result> extends Error {
  /** Of the transaction, as PostgreSQL numbers it. */
  readonly id: string;
  readonly result: Result;
  constructor(id: string, result: Result, cause: unknown) {
    super('the answer to a commit was lost', { cause });
    this.id = id;
    this.result = result;
  }
}

/**
 * Runs `act` in one transaction under the advisory locks named, taken in order of name; a deadlock or a
 * serialisation failure is repeated, any other error leaves no effect. Only where the answer to the commit was lost
 * may it have one nevertheless: whoever called is told of an error, and repeats what it asked for.
 * @param committed what follows in memory from the commit: run before this ends or, where its answer was lost, as soon
 *   as the database says that it took effect
 */
export async function inTransaction<Result>(
  pool: Pool,
  locks: readonly string[],
  act: (transaction: Transaction) => Promise<Result>,
  committed: (result: Result) => void = () => undefined,
): Promise<Result> {
  for (let repeat = 0; ; repeat += 1) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      const result = await attempt(client, locks, act);
      committed(result);
      return result;
    } catch (error) {
      await client.query(ROLLBACK).catch((fault: Error) => {
        broken = fault;
      });
      if (error instanceof Rollback) return error.result as Result;
      if (error instanceof InDoubt) {
        broken = error;
        void tookEffect(pool, error.id).then((effect) => effect && committed(error.result as Result));
        throw error.cause;
      }
      if (repeat >= MAX_REPEATS || !REPEATABLE.has((error as { code?: string }).code ?? '')) throw error;
    } finally {
      client.release(broken);
    }
  }
}

async function attempt<Result>(
  client: PoolClient,
  locks: readonly string[],
  act: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const begun = await client.query(
    ['begin', ...lockStatements(locks), 'select pg_current_xact_id()::text as id'].join(';'),
  );
  const result = await act(client);
  try {
    await client.query('commit');
  } catch (error) {
    // an error that PostgreSQL itself tells of leaves no effect; anything else is no answer
    if ((error as { severity?: string }).severity === 'ERROR') throw error;
    const id = (begun as unknown as QueryResult<{ id: string }>[]).at(-1)?.rows[0]?.id ?? '';
    throw new InDoubt(id, result, error);
  }
  return result;
}

/** Asks what became of a transaction until the database says so, or is closed. */
async function tookEffect(pool: Pool, id: string): Promise<boolean> {
  while (!pool.ending) {
    const status = await outcomeOf(pool, id).catch(() => 'unknown');
    if (status === 'committed') return true;
    if (status === 'aborted') return false;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS).unref());
  }
  return false;
}

async function outcomeOf(pool: Pool, id: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ status: string }>('select pg_xact_status($1::xid8) as status', [id]);
  return rows[0]?.status;
}

/** Takes further advisory locks until the transaction ends, in order of name. */
export const lockNames = async (on: Transaction, names: readonly string[]): Promise<void> => {
  await on.query(lockStatements(names).join(';'));
};

const lockStatements = (names: readonly string[]): string[] => [...names].sort().map(lockStatement);

/** Two names may share a key: they then wait for each other, which is harmless. */
function lockStatement(name: string): string {
  let high = 0x811c9dc5;
  let low = 0;
  for (let index = 0; index < name.length; index += 1) {
    high = Math.imul(high ^ name.charCodeAt(index), 0x01000193);
    low = (Math.imul(low, 31) + name.charCodeAt(index)) | 0;
  }
  return `select pg_advisory_xact_lock(${high | 0}, ${low})`;
}

/** A statement prepared once per connection under its name. */
export const statement =
  <Row extends QueryResultRow = QueryResultRow>(name: string, text: string) =>
  async (on: Pool | PoolClient, ...values: readonly unknown[]): Promise<Row[]> =>
    (await on.query<Row>({ name, text, values: [...values] })).rows;
