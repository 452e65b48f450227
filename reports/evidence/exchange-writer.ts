import { hash } from 'node:crypto';
import { constants, write, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EvidenceError, writeFault } from './evidence-error.ts';
import type { ExchangeRecord } from './exchange.ts';

/** `previous` of the first line of a chain. */
export const CHAIN_START = '0'.repeat(64);

/** Above this many characters waiting for the disk, `ready()` asks writers to wait. */
const HIGH_WATER_CHARACTERS = 4 * 1024 * 1024;

/** Under load a write of its own for every line or two costs more than the line: less than this gathers for a moment. */
const SMALL_BATCH_CHARACTERS = 64 * 1024;
const GATHER_MS = 5;

const writeAt = promisify(write);

/** Where a chain stands: hash of its last line and number of lines. */
export interface ChainHead {
  readonly head: string;
  readonly count: number;
}

/** The hash of a line: SHA-256 of its text as written, less the closing `,"hash":"..."`. */
export const hashOfLine = (textWithoutHash: string): string => hash('sha256', textWithoutHash, 'hex');

/**
 * Writes `exchange.ndjson`: one JSON object a line, each with the hash of the line before. Writes are batched
 * and asynchronous, at known positions, so that `flushSync` may repeat a batch under way without harm.
 * A failed write never reaches the endpoint that records: it stays in `failure` and rejects `close`.
 */
export class ExchangeWriter {
  readonly path: string;
  readonly #file: FileHandle;
  #head = CHAIN_START;
  #count = 0;
  #waiting: string[] = [];
  #waitingCharacters = 0;
  #flying: Buffer | undefined;
  #position = 0;
  #draining: Promise<void> | undefined;
  #failure: EvidenceError | undefined;
  #closed = false;

  private constructor(path: string, file: FileHandle) {
    this.path = path;
    this.#file = file;
  }

  /** Creates the file; an EvidenceError when it cannot be written or already holds evidence, which is never touched. */
  static async open(path: string): Promise<ExchangeWriter> {
    let file: FileHandle;
    try {
      file = await open(path, constants.O_WRONLY | constants.O_CREAT, 0o644);
    } catch (cause) {
      throw writeFault(path, cause);
    }
    const { size } = await file.stat();
    if (size === 0) return new ExchangeWriter(path, file);
    await file.close();
    const seen = `Failed to start the evidence file ${path}: it already holds ${size} bytes.`;
    throw new EvidenceError('ALREADY_WRITTEN', seen, 'Choose a new run folder; evidence is never continued.');
  }

  /** The first write that failed, if any; lines after it are not kept. */
  get failure(): EvidenceError | undefined {
    return this.#failure;
  }

  get chain(): ChainHead {
    return { head: this.#head, count: this.#count };
  }

  /** Adds a record to the chain; it reaches the disk soon, or by `flushSync`, or by `close`; after that it is left out. */
  append(record: ExchangeRecord): void {
    if (this.#failure || this.#closed) return;
    const text = JSON.stringify({ ...record, seq: this.#count, previous: this.#head });
    const link = hashOfLine(text);
    const line = `${text.slice(0, -1)},"hash":"${link}"}\n`;
    this.#head = link;
    this.#count += 1;
    this.#waiting.push(line);
    this.#waitingCharacters += line.length;
    this.#draining ??= this.#drain();
  }

  /** A promise to wait for while the disk is slower than the traffic; undefined when there is room. */
  ready(): Promise<void> | undefined {
    return this.#waitingCharacters > HIGH_WATER_CHARACTERS ? this.#draining : undefined;
  }

  /** Writes all that waits before returning; for Ctrl-C and fatal errors. Throws nothing: see `failure`. */
  flushSync(): void {
    while (!this.#failure && (this.#flying ?? this.#waiting.length > 0)) {
      const batch = this.#flying ?? this.#takeBatch();
      try {
        let done = 0;
        while (done < batch.length)
          done += writeSync(this.#file.fd, batch, done, batch.length - done, this.#position + done);
        this.#landed(batch);
      } catch (cause) {
        this.#failure = writeFault(this.path, cause);
      }
    }
  }

  /** Writes all that waits, syncs the disk and closes. Rejects with the first failure. */
  async close(): Promise<ChainHead> {
    this.#closed = true;
    await this.#draining;
    try {
      if (!this.#failure) await this.#file.datasync().catch(ignoreUnsyncable);
    } catch (cause) {
      this.#failure = writeFault(this.path, cause);
    } finally {
      await this.#file.close();
    }
    if (this.#failure) throw this.#failure;
    return this.chain;
  }

  /** Batches: whatever came while the last batch was being written, and a moment after, goes in the next. */
  async #drain(): Promise<void> {
    await Promise.resolve();
    while (this.#waiting.length > 0 && !this.#failure) {
      const batch = this.#takeBatch();
      try {
        let done = 0;
        while (done < batch.length) {
          const { bytesWritten } = await writeAt(
            this.#file.fd,
            batch,
            done,
            batch.length - done,
            this.#position + done,
          );
          done += bytesWritten;
          if (this.#flying !== batch) break;
        }
        if (this.#flying === batch) this.#landed(batch);
      } catch (cause) {
        this.#failure ??= writeFault(this.path, cause);
      }
      if (this.#waitingCharacters < SMALL_BATCH_CHARACTERS && !this.#closed) await pause(GATHER_MS);
    }
    this.#draining = undefined;
  }

  #takeBatch(): Buffer {
    const batch = Buffer.from(this.#waiting.join(''));
    this.#waiting = [];
    this.#waitingCharacters = 0;
    this.#flying = batch;
    return batch;
  }

  #landed(batch: Buffer): void {
    this.#position += batch.length;
    this.#flying = undefined;
  }
}

/** Devices such as /dev/null cannot be synced; that loses nothing. */
function ignoreUnsyncable(cause: unknown): void {
  if ((cause as { code?: string }).code !== 'EINVAL') throw cause;
}
