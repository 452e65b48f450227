import type { ServiceName } from '../../../profile/services/service-names.ts';
import type { ServiceStates } from '../../../profile/services/service-states.ts';
import { idleSoon } from '../clock/idle-soon.ts';
import { countJobs } from './job-table.ts';
import type { ServiceContext } from './service-context.ts';
import { ServiceQueue } from './service-queue.ts';

/** The national services that this hub asks, one queue of jobs for each. */
export class Services {
  readonly #context: ServiceContext;
  readonly #queues: ReadonlyMap<ServiceName, ServiceQueue>;

  /** @param addresses base address by name */
  constructor(addresses: ReadonlyMap<ServiceName, string>, context: ServiceContext) {
    this.#context = context;
    this.#queues = new Map(
      [...addresses].map(([name, address]) => [name, new ServiceQueue(name, address, context)]),
    );
  }

  /** Those that are asked, in the order of their configuration. */
  get names(): ServiceName[] {
    return [...this.#queues.keys()];
  }

  asks(name: ServiceName): boolean {
    return this.#queues.has(name);
  }

  /** Takes up the jobs of an earlier life. */
  async takeUp(): Promise<void> {
    for (const queue of this.#queues.values()) await queue.takeUp();
  }

  /** Jobs for these services are in the database. */
  wake(names: Iterable<ServiceName>): void {
    for (const name of names) void this.#queues.get(name)?.wake();
  }

  /** Ends when no call is under way, or after a little more than a call gets when the clock is moved. */
  idle(): Promise<void> {
    return idleSoon([...this.#queues.values()].map((queue) => queue.idle()));
  }

  /** How the hub gets on with each, as published. */
  async states(): Promise<ServiceStates> {
    const open = await countJobs(this.#context.database);
    const services = [...this.#queues.values()].map(({ service: name, state }) => ({
      name,
      breaker: state.breaker,
      openJobs: open.get(name) ?? 0,
      ...(state.lastAnswerAt === null ? {} : { lastAnswerAt: new Date(state.lastAnswerAt).toISOString() }),
    }));
    return { services };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
  }
}
