import type { Movement } from '../../fixtures/movements/movement.ts';
import { type ServiceName, serviceNames } from '../../profile/services/service-names.ts';
import { insistOnShape, type TrueStub } from './doubles/double.ts';
import { doubles } from './doubles/doubles.ts';
import type { ServiceFaultOnce } from './faults/service-fault.ts';
import { ASKED_BY_HEADER, HARNESS, type ServiceCall, serviceCallOf } from './service-calls.ts';
import { DOUBLES_LABEL } from './wiremock/abandoned-stubs.ts';
import { ORDINARY, STARTED, type Stub } from './wiremock/stub.ts';
import type { Labels, WireMockDriver } from './wiremock/wiremock-driver.ts';

/** A fault that is on. */
export interface RunningServiceFault {
  readonly service: ServiceName;
  readonly fault: ServiceFaultOnce;
  /** From now on the service answers rightly again; may be called twice. */
  end(): Promise<void>;
}

export interface DoublesOptions {
  /** First part of every path, e.g. `/run-1`; unique on its WireMock. */
  readonly prefix: string;
  /** Now, ms since the epoch, as the registers date their answers. */
  readonly now: () => number;
  /** Real time, ms since the epoch. */
  readonly realNow: () => number;
  /** Every stub carries these: `corridor.run` names the run, and whoever comes later can tell whether it still lives. */
  readonly labels: Labels;
}

/** A stub of a service. */
interface Placed {
  readonly service: ServiceName;
  readonly stub: Omit<TrueStub, 'shape'>;
}

/** A fault stands just before what it spoils, and before no other answer of another rank. */
const RANK = 100;

/** The doubles of all services for one stack: answers in agreement with the movements they know, faults on demand, and a record of the calls. */
export class ServiceDoubles implements AsyncDisposable {
  readonly #driver: WireMockDriver;
  readonly #options: DoublesOptions;
  readonly #movements: Movement[] = [];
  readonly #paths = new Map<string, string>();
  readonly #seen = new Set<string>();
  readonly #since: number;
  readonly #stubs = new Map<ServiceName, TrueStub[]>();
  #faults = 0;

  private constructor(driver: WireMockDriver, options: DoublesOptions) {
    this.#driver = driver;
    this.#options = options;
    this.#since = options.realNow() - 1000;
  }

  get #name(): string {
    const { labels, prefix } = this.#options;
    return `${labels['corridor.run'] ?? ''}${prefix}`;
  }

  /** Opens the doubles under their prefix; they know of nothing yet, and say so. */
  static async open(driver: WireMockDriver, options: DoublesOptions): Promise<ServiceDoubles> {
    const opened = new ServiceDoubles(driver, options);
    await opened.#say();
    return opened;
  }

  /** Base address of each service, for the stack that shall call them. */
  addresses(names: readonly ServiceName[] = serviceNames): Record<string, string> {
    return Object.fromEntries(
      names.map((name) => [name, `${this.#driver.baseUrl}${this.#options.prefix}/${name}`]),
    );
  }

  /** From now on the services know what these movements declare, and agree with it. */
  async know(...movements: readonly Movement[]): Promise<void> {
    for (const movement of movements) {
      const at = this.#movements.findIndex(({ reference }) => reference === movement.reference);
      this.#movements.splice(at < 0 ? this.#movements.length : at, at < 0 ? 0 : 1, movement);
    }
    await this.#say();
  }

  /** A service begins to fail in this way, for every request that it knows. Several may be on: the last begun comes first. */
  async begin(service: ServiceName, fault: ServiceFaultOnce): Promise<RunningServiceFault> {
    this.#faults += 1;
    const nth = this.#faults;
    const faulty = (this.#stubs.get(service) ?? []).flatMap((right, index) => {
      const spoilt = fault.spoil(right);
      if (!spoilt) return [];
      const stub = { ...right, ...spoilt, priority: rankOf(right) - nth };
      if (fault.keepsShape) insistOnShape(service, stub);
      return countdown(stub, `${this.#options.prefix} fault ${nth} ${index}`, fault.times);
    });
    const ids = await this.#registerAll(faulty.map((stub) => ({ service, stub })));
    const end = async (): Promise<void> => {
      for (const id of ids) await this.#driver.remove(id);
    };
    return { service, fault, end };
  }

  /**
   * Asks a service as the harness does, not the stack: what it holds it says itself.
   * @param path from the base address of the service
   */
  async ask(service: ServiceName, path: string, headers: Readonly<Record<string, string>>): Promise<void> {
    const answer = await fetch(`${this.addresses([service])[service]}${path}`, {
      headers: { ...headers, [ASKED_BY_HEADER]: HARNESS },
    });
    await answer.arrayBuffer();
  }

  /** Calls since the last time this was asked, oldest first; those whose answer is under way too. */
  async newCalls(): Promise<ServiceCall[]> {
    const { prefix } = this.#options;
    const entries = await this.#driver.requests(`${prefix}/`, this.#since);
    const fresh = entries.filter(({ id }) => !this.#seen.has(id));
    for (const { id } of fresh) this.#seen.add(id);
    return fresh.map((entry) =>
      serviceCallOf(entry, prefix, (service, path) => this.#paths.get(`${service} ${path}`)),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#driver.removeLabelled(DOUBLES_LABEL, this.#name);
  }

  /** What is said anew stands before what was said: WireMock takes the newest stub that fits. */
  async #say(): Promise<void> {
    const { prefix, now } = this.#options;
    const setting = { asOf: new Date(now()).toISOString(), prefix };
    const made = doubles.flatMap(({ service, stubs }) => {
      const own = stubs(this.#movements, setting);
      this.#stubs.set(service, own);
      return own.map((stub) => ({ service, stub: { ...stub, priority: rankOf(stub) } }));
    });
    for (const { service, stub } of made) {
      insistOnShape(service, stub);
      if (stub.movement !== undefined) this.#paths.set(`${service} ${stub.request.url}`, stub.movement);
    }
    await this.#registerAll(made);
  }

  /**
   * Those of one machine one after the other: of two that come at once WireMock 3.13 may lose the state machine, and answers 500
   * to its stubs from then on, without a word in its journal.
   */
  async #registerAll(stubs: readonly Placed[]): Promise<string[]> {
    const machines = Map.groupBy(stubs, ({ stub }) => stub.state?.machine ?? stub);
    const ids = [...machines.values()].map(async (inTurn) => {
      const registered: string[] = [];
      for (const { service, stub } of inTurn) registered.push(await this.#register(service, stub));
      return registered;
    });
    return (await Promise.all(ids)).flat();
  }

  async #register(
    service: ServiceName,
    { request, answer, state, priority }: Omit<TrueStub, 'shape'>,
  ): Promise<string> {
    const { prefix, labels } = this.#options;
    const stub: Stub = {
      request: { ...request, url: `${prefix}/${service}${request.url}` },
      answer,
      ...(state ? { state } : {}),
      ...(priority === undefined ? {} : { priority }),
    };
    return this.#driver.register(stub, { ...labels, [DOUBLES_LABEL]: this.#name });
  }
}

const rankOf = ({ priority = ORDINARY }: TrueStub): number => priority * RANK;

/**
 * A stub that answers so many times and then no more. Its own machine counts: what it stands before keeps its state, as a
 * service does that fails before it has done anything. Without a count the state of the service moves on as if nothing were wrong.
 */
function countdown(stub: TrueStub, machine: string, times?: number): TrueStub[] {
  const { state, ...stateless } = stub;
  if (times === undefined) return [stub];
  if (!Number.isFinite(times)) return [stateless];
  const position = (n: number): string => (n === 0 ? STARTED : `${n} spoilt`);
  return Array.from({ length: times }, (_, n) => ({
    ...stateless,
    state: { machine, in: position(n), to: position(n + 1) },
  }));
}
