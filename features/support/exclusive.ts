import type { Environment } from './environment.ts';

/** What takes long to start, started ahead so that each costs its scenario little; lent once, then ended. */
export class Spares<Lent extends AsyncDisposable> implements AsyncDisposable {
  readonly #start: () => Promise<Lent>;
  readonly #ahead: number;
  readonly #ready: Promise<Lent>[] = [];
  readonly #leaving = new Set<Promise<void>>();
  #wanted = 0;

  /** @param ahead how many are kept ready */
  constructor(start: () => Promise<Lent>, ahead: number) {
    this.#start = start;
    this.#ahead = ahead;
  }

  /** Gives it one that nobody else will use. */
  offer(spare: Lent): void {
    this.#ready.push(Promise.resolve(spare));
  }

  /** Tells how many will be wanted, so that none is started for nobody. */
  expect(count: number): void {
    this.#wanted += count;
  }

  /** Starts as many as are kept ready; without it the first start waits for the first scenario that wants one. */
  fill(): void {
    while (this.#ready.length < Math.min(this.#ahead, this.#wanted)) {
      const starting = this.#start();
      starting.catch(() => undefined); // told to the scenario that takes it
      this.#ready.push(starting);
    }
  }

  /** One that nobody else has. Disposing it ends it in the background, before the run ends. */
  async lend(): Promise<Lent> {
    const lent = await (this.#ready.shift() ?? this.#start());
    this.#wanted = Math.max(0, this.#wanted - 1);
    this.fill();
    return { ...lent, [Symbol.asyncDispose]: async () => this.#end(lent) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#wanted = 0;
    const unused = await Promise.allSettled(this.#ready.splice(0));
    for (const spare of unused) if (spare.status === 'fulfilled') this.#end(spare.value);
    await Promise.all(this.#leaving);
  }

  #end(lent: Lent): void {
    const leaving = Promise.resolve(lent[Symbol.asyncDispose]()).catch(() => undefined); // it has served
    this.#leaving.add(leaving);
    void leaving.finally(() => this.#leaving.delete(leaving));
  }
}

/** One environment beside the main one, for scenarios that move the clock and leave all else alone; started when wanted. */
export class SharedEnvironment implements AsyncDisposable {
  readonly #start: () => Promise<Environment>;
  #started: Promise<Environment> | undefined;

  constructor(start: () => Promise<Environment>) {
    this.#start = start;
  }

  get(): Promise<Environment> {
    this.#started ??= this.#start();
    this.#started.catch(() => undefined); // told to each scenario that takes it
    return this.#started;
  }

  /** Gives it one that nobody else will use, instead of starting one. */
  offer(environment: Environment): void {
    this.#started ??= Promise.resolve(environment);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const environment = await this.#started?.catch(() => undefined);
    await environment?.[Symbol.asyncDispose]();
  }
}
