import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance, DuckDBValue, Json } from '@duckdb/node-api';
import { ReconcileError } from './reconcile-error.ts';

/**
 * What the engine keeps in memory at most; the rest goes to a temporary folder. It takes 2,048 rows at a time, and the answer of a
 * register with hundreds of reservations has a hundred kilobytes: less was too little for the books of 35,000 movements.
 */
const MEMORY_LIMIT = '2GB';

export type Row = Readonly<Record<string, Json>>;

/** DuckDB in memory, with a temporary folder that is gone afterwards. It reads files, and nothing over the network. */
export class Engine implements AsyncDisposable {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #folder: string;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, folder: string) {
    this.#instance = instance;
    this.#connection = connection;
    this.#folder = folder;
  }

  static async start(temporary: string = tmpdir(), signal?: AbortSignal): Promise<Engine> {
    const { DuckDBInstance: Instance } = await loadDuckDb();
    const folder = await mkdtemp(join(temporary, 'corridor-reconcile-'));
    try {
      const instance = await Instance.create(':memory:', {
        memory_limit: MEMORY_LIMIT,
        temp_directory: join(folder, 'spill'),
        threads: String(availableParallelism()),
        preserve_insertion_order: 'false',
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
      });
      const engine = new Engine(instance, await instance.connect(), folder);
      signal?.addEventListener('abort', () => engine.#connection.interrupt(), { once: true });
      return engine;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** A name for the file that has no sign which the engine would read as a pattern. */
  async nameFor(path: string, number: number): Promise<string> {
    if (!/[*?[\]{}]/.test(path)) return path;
    const name = join(this.#folder, `${number}.ndjson`);
    await symlink(path, name);
    return name;
  }

  /** Runs a text of several statements. */
  async run(sql: string): Promise<void> {
    const statements = await this.#connection.extractStatements(sql);
    for (let at = 0; at < statements.count; at += 1) await (await statements.prepare(at)).run();
  }

  async runWith(sql: string, values: DuckDBValue[]): Promise<void> {
    await this.#connection.run(sql, values);
  }

  async rows(sql: string): Promise<Row[]> {
    const reader = await this.#connection.runAndReadAll(sql);
    return reader.getRowObjectsJson();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Loaded late: its native part costs the command line nothing until books are reconciled. */
async function loadDuckDb(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api');
  } catch (cause) {
    throw new ReconcileError(
      'ENGINE_MISSING',
      `Failed to load DuckDB: ${(cause as Error).message.split('\n')[0]}.`,
      'Run npm ci again without --omit=optional, on a platform that DuckDB serves.',
      { cause },
    );
  }
}
