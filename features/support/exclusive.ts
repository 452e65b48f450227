import type { Environment } from './environment.ts';
import type { StackNeeds } from './targets/target.ts';

/**
 * Environments of their own for exclusive scenarios, started ahead so that each costs its scenario little. One with needs
 * beyond the ordinary is started when it is asked for.
 */
export class SpareEnvironments implements AsyncDisposable {
  readonly #start: (needs?: StackNeeds) => Promise<Environment>;
  readonly #ahead: number;
  readonly #ready: Promise<Environment>[] = [];
  readonly #leaving = new Set<Promise<void>>();
  #wanted = 0;

  /** @param ahead how many are kept ready */
  constructor(start: (needs?: StackNeeds) => Promise<Environment>, ahead: number) {
    this.#start = start;
    this.#ahead = ahead;
  }

  /** Gives it one that nobody else will use. */
  offer(environment: Environment): void {
    this.#ready.push(Promise.resolve(environment));
  }

  /** Tells how many exclusive scenarios will come, so that no stack is started for nobody. */
  expect(count: number): void {
    this.#wanted += count;
    this.#refill();
  }

  /** An environment that nobody else has. Disposing it ends it in the background, before the run ends. */
  async lend(needs?: StackNeeds): Promise<Environment> {
    const environment = await (needs ? this.#start(needs) : this.#ordinary());
    return { ...environment, [Symbol.asyncDispose]: async () => this.#end(environment) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#wanted = 0;
    const unused = await Promise.allSettled(this.#ready.splice(0));
    for (const spare of unused) if (spare.status === 'fulfilled') this.#end(spare.value);
    await Promise.all(this.#leaving);
  }

  async #ordinary(): Promise<Environment> {
    const environment = await (this.#ready.shift() ?? this.#start());
    this.#wanted = Math.max(0, this.#wanted - 1);
    this.#refill();
    return environment;
  }

  #refill(): void {
    while (this.#ready.length < Math.min(this.#ahead, this.#wanted)) {
      const starting = this.#start();
      starting.catch(() => undefined); // told to the scenario that takes it
      this.#ready.push(starting);
    }
  }

  #end(environment: Environment): void {
    const leaving = Promise.resolve(environment[Symbol.asyncDispose]()).catch(() => undefined); // it has served
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
