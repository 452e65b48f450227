import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { LoadSample } from '../../reports/load/load-run.ts';
import type { CustomsSystem } from '../../simulators/customs/index.ts';
import type { LocalProcesses } from './local-processes.ts';

const EVERY_MS = 1_000;

/** What is looked at while a run goes on. */
export interface SamplingOptions {
  readonly path: string;
  readonly now: () => number;
  readonly seats: ReadonlyMap<string, CustomsSystem>;
  readonly processes: LocalProcesses;
  readonly takeLate: () => string | undefined;
  readonly trackers: () => LoadSample['trackers'];
}

/** Once a second: how long the queues are, which goes into the evidence, and what no exchange tells, into a file of samples. */
export class Sampling implements AsyncDisposable {
  readonly #options: SamplingOptions;
  readonly #file: WriteStream;
  readonly #timer: NodeJS.Timeout;
  #asking: Promise<unknown> = Promise.resolve();
  #isAsking = false;
  #ended: Promise<void> | undefined;

  constructor(options: SamplingOptions) {
    this.#options = options;
    // A full disk is told by `finished`, at the end.
    this.#file = createWriteStream(options.path, { flags: 'w' }).on('error', () => undefined);
    this.#timer = setInterval(() => this.#sample(), EVERY_MS);
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#ended ??= this.#end();
    return this.#ended;
  }

  async #end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#asking;
    this.#write();
    this.#file.end();
    await finished(this.#file);
  }

  #sample(): void {
    this.#write();
    if (this.#isAsking) return; // a stack that is slow to say so is not asked twice at a time
    this.#isAsking = true;
    this.#asking = Promise.all([...this.#options.seats.values()].map((seat) => seat.deliveries())).finally(
      () => {
        this.#isAsking = false;
      },
    );
  }

  #write(): void {
    const { now, processes, takeLate, trackers } = this.#options;
    const [late, fleet] = [takeLate(), trackers()];
    const sample: LoadSample = {
      at: new Date(now()).toISOString(),
      ...(late !== undefined && { late }),
      processes: processes.sample(),
      ...(fleet && { trackers: fleet }),
    };
    this.#file.write(`${JSON.stringify(sample)}\n`);
  }
}
