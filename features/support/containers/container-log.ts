import { createWriteStream, type WriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

const KEPT_LINES = 20;
const LONGEST_LINE = 64 * 1024;

/** What one container says, line by line into a file of the run folder; secrets are not written. */
export class ContainerLog {
  readonly #file: WriteStream;
  readonly #secrets: readonly string[];
  readonly #last: string[] = [];
  readonly #waiting = new Set<{ readonly pattern: RegExp; readonly seen: () => void }>();
  #rest = '';
  #heard: Promise<void> = Promise.resolve();

  /** @param secrets words in whose place `***` is written */
  constructor(path: string, secrets: readonly string[]) {
    this.#file = createWriteStream(path, { flags: 'a' });
    this.#file.on('error', () => undefined); // a full disk is told by the evidence
    this.#secrets = secrets.filter((secret) => secret !== '');
  }

  /** Follows one life of the container; a second one goes on in the same file. */
  follow(said: Readable): void {
    this.#heard = new Promise((over) => {
      for (const end of ['end', 'close', 'error']) said.once(end, () => over());
    });
    said.on('data', (chunk: Buffer | string) => this.#take(chunk.toString()));
    said.on('error', () => undefined); // the engine went away: whoever waits is told by the container
  }

  /** Resolves with the next line that the pattern finds. */
  next(pattern: RegExp): Promise<void> {
    return new Promise((seen) => this.#waiting.add({ pattern, seen }));
  }

  /** The last thing that it said that is not empty, once this life of it has said all. */
  async lastWords(): Promise<string> {
    await this.#heard;
    return this.lastLine;
  }

  /** The last thing that it said so far that is not empty. */
  get lastLine(): string {
    return this.#last.at(-1) ?? '';
  }

  async close(): Promise<void> {
    if (this.#rest !== '') this.#line(this.#rest);
    this.#rest = '';
    this.#file.end();
    await finished(this.#file).catch(() => undefined);
  }

  #take(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = (lines.pop() ?? '').slice(-LONGEST_LINE);
    for (const line of lines) this.#line(line);
  }

  #line(said: string): void {
    const line = this.#secrets.reduce((text, secret) => text.replaceAll(secret, '***'), said);
    if (!this.#file.writableEnded) this.#file.write(`${line}\n`);
    if (line.trim() !== '') this.#last.push(line.trim());
    if (this.#last.length > KEPT_LINES) this.#last.shift();
    for (const waiter of this.#waiting) {
      if (!waiter.pattern.test(line)) continue;
      this.#waiting.delete(waiter);
      waiter.seen();
    }
  }
}
