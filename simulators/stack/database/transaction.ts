import { DatabaseError, type Pool, type PoolClient, type QueryResult, type QueryResultRow } from 'pg';

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

/** What the last statement of a transaction gives, or nothing where it has none. */
type Told<Rows> = PromiseSettledResult<Rows | undefined>;

/** The connection broke between a commit and its answer: it took effect or not, and only the database knows. */
class InDoubt<Result, Rows> extends Error {
  /** Of the transaction, as PostgreSQL numbers it. */
  readonly id: string;
  readonly result: Result;
  readonly told: Told<Rows>;
  constructor(id: string, result: Result, told: Told<Rows>, cause: unknown) {
    super('the answer to a commit was lost', { cause });
    this.id = id;
    this.result = result;
    this.told = told;
  }
}

/** What is done in a transaction. */
export interface Unit<Result, Rows = undefined> {
  readonly act: (transaction: Transaction) => Promise<Result>;
  /**
   * A last statement, which travels together with the commit: a lock that many transactions want is then held for as long as
   * PostgreSQL takes, not for as long as this process is busy.
   */
  readonly last?: {
    /** Sends its statement before it first waits: the commit is sent right behind. */
    readonly say: (transaction: Transaction, result: Result) => Promise<Rows>;
    /** Reads again what the statement gave, where its answer was lost and the commit took effect. */
    readonly recall: (pool: Pool, result: Result) => Promise<Rows>;
  };
  /** What follows in memory from the commit: run before this ends or, where its answer was lost, once the database says so. */
  readonly committed?: (result: Result, rows: Rows | undefined) => void;
}

/**
 * Runs a unit in one transaction under the advisory locks named, taken in order of name; a deadlock or a
 * serialisation failure is repeated, any other error leaves no effect. Only where the answer to the commit was lost
 * may it have one nevertheless: whoever called is told of an error, and repeats what it asked for.
 */
export async function inTransaction<Result, Rows>(
  pool: Pool,
  locks: readonly string[],
  unit: Unit<Result, Rows>,
): Promise<Result> {
  for (let repeat = 0; ; repeat += 1) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      const { result, rows } = await attempt(client, locks, unit);
      unit.committed?.(result, rows);
      return result;
    } catch (error) {
      await client.query(ROLLBACK).catch((fault: Error) => {
        broken = fault;
      });
      if (error instanceof Rollback) return error.result as Result;
      if (error instanceof InDoubt) {
        broken = error;
        void resolve(pool, error as InDoubt<Result, Rows>, unit);
        throw error.cause;
      }
      if (repeat >= MAX_REPEATS || !REPEATABLE.has((error as { code?: string }).code ?? '')) throw error;
    } finally {
      client.release(broken);
    }
  }
}

async function attempt<Result, Rows>(
  client: PoolClient,
  locks: readonly string[],
  { act, last }: Unit<Result, Rows>,
): Promise<{ result: Result; rows: Rows | undefined }> {
  const begun = await client.query(
    ['begin', ...lockStatements(locks), 'select pg_current_xact_id()::text as id'].join(';'),
  );
  const result = await act(client);
  const [told, ended] = await Promise.allSettled([last?.say(client, result), client.query('commit')]);
  const lost = [told, ended].find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
  if (!lost) {
    const { command } = (ended as PromiseFulfilledResult<QueryResult>).value;
    if (command !== 'COMMIT') throw new Error(`the commit was answered with ${command}`);
    return { result, rows: (told as PromiseFulfilledResult<Rows | undefined>).value };
  }
  // an error that PostgreSQL itself tells of leaves no effect; anything else is no answer
  if (isToldByServer(lost.reason)) throw lost.reason;
  const id = (begun as unknown as QueryResult<{ id: string }>[]).at(-1)?.rows[0]?.id ?? '';
  throw new InDoubt(id, result, told, lost.reason);
}

/**
 * Whether PostgreSQL says that a statement failed, and goes on: an SQLSTATE that is neither of a connection (class 08) nor of a
 * server that takes its leave (57P). The severity beside it comes in the language of the server.
 * @source PostgreSQL, appendix A
 */
const isToldByServer = (reason: unknown): boolean =>
  reason instanceof DatabaseError && /^(?!08|57P)[0-9A-Z]{5}$/.test(reason.code ?? '');

/** Does what follows from a commit in doubt, if it took effect. */
async function resolve<Result, Rows>(
  pool: Pool,
  { id, result, told }: InDoubt<Result, Rows>,
  { last, committed }: Unit<Result, Rows>,
): Promise<void> {
  const status = await untilAnswered(pool, async () => {
    const found = await outcomeOf(pool, id);
    return found === 'committed' || found === 'aborted' ? found : undefined;
  });
  if (status !== 'committed') return;
  if (told.status === 'fulfilled' || !last) return committed?.(result, rowsOf(told));
  const recalled = await untilAnswered(pool, async () => ({ rows: await last.recall(pool, result) }));
  if (recalled) committed?.(result, recalled.rows);
}

const rowsOf = <Rows>(told: Told<Rows>): Rows | undefined =>
  told.status === 'fulfilled' ? told.value : undefined;

/** Asks the database until it answers, or is closed. */
async function untilAnswered<Answer>(
  pool: Pool,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  while (!pool.ending) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS).unref());
  }
  return undefined;
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
