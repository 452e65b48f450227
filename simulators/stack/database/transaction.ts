import type { Pool, PoolClient, QueryResultRow } from 'pg';

/** What a unit of work runs its statements on. */
export type Transaction = PoolClient;

const REPEATABLE = new Set(['40001', '40P01']);
const MAX_REPEATS = 3;

/** Thrown inside a transaction to leave it without effect and give `result` back. */
export class Rollback<Result> extends Error {
  readonly result: Result;
  constructor(result: Result) {
    super('rolled back');
    this.result = result;
  }
}

/**
 * Runs `act` in one transaction under the advisory locks named, taken in order of name; a deadlock or a
 * serialisation failure is repeated, any other error leaves no effect.
 */
export async function inTransaction<Result>(
  pool: Pool,
  locks: readonly string[],
  act: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let repeat = 0; ; repeat += 1) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(['begin', ...lockStatements(locks)].join(';'));
      const result = await act(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((fault: Error) => {
        broken = fault;
      });
      if (error instanceof Rollback) return error.result as Result;
      if (repeat >= MAX_REPEATS || !REPEATABLE.has((error as { code?: string }).code ?? '')) throw error;
    } finally {
      client.release(broken);
    }
  }
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
