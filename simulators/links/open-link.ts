import { type LastingPort, lastingPorts } from '../ports/lasting-port.ts';
import { StreamProxy } from './embedded/stream-proxy.ts';
import { ExchangeProxy } from './exchange/exchange-proxy.ts';
import { readFault } from './faults/faults.ts';
import { inTurn } from './in-turn.ts';
import { LIMITS, type LinkLimits } from './limits.ts';
import type {
  Address,
  FaultDefinition,
  Link,
  LinkEvent,
  LinkFault,
  LinkOptions,
  RunningFault,
  StreamEngine,
  Undo,
} from './link.ts';
import { LinkError } from './link-error.ts';

const limitsOf = ({ limits }: LinkOptions): LinkLimits => ({ ...LIMITS, ...limits });

const ANYWHERE: Address = { host: '127.0.0.1', port: 0 };

/**
 * Opens a link: the faults of the stream stand in front, where the caller feels them as a broken line; those of messages
 * behind, where requests are whole.
 * @throws LinkError when it cannot listen there
 */
export async function openLink(options: LinkOptions): Promise<Link> {
  const { name, to, listen = ANYWHERE, kind, by = StreamProxy.open } = options;
  await using opened = new AsyncDisposableStack();
  const { listen: near, host } = by.reaches ?? {};
  const exchange =
    kind === 'exchange'
      ? opened.use(await ExchangeProxy.open({ to, listen: near, limits: limitsOf(options) }))
      : undefined;
  const behind = exchange ? { ...exchange.address, ...(host && { host }) } : to;
  const kept = opened.use(await lastingPorts.take(listen.host, listen.port));
  const stream = opened.use(await by({ name, to: behind, listen: { ...listen, port: kept.port } }));
  opened.move();
  return new OpenLink(options, kept, stream, exchange);
}

class OpenLink implements Link {
  readonly name: string;
  readonly #options: LinkOptions;
  readonly #kept: LastingPort;
  readonly #stream: StreamEngine;
  readonly #exchange: ExchangeProxy | undefined;
  readonly #running = new Set<RunningFault>();
  #begun = 0;
  #closing: Promise<void> | undefined;

  constructor(
    options: LinkOptions,
    kept: LastingPort,
    stream: StreamEngine,
    exchange: ExchangeProxy | undefined,
  ) {
    this.name = options.name;
    this.#options = options;
    this.#kept = kept;
    this.#stream = stream;
    this.#exchange = exchange;
  }

  get address(): Address {
    return this.#stream.address;
  }

  async begin(fault: LinkFault): Promise<RunningFault> {
    const { definition, values } = readFault(fault);
    if (this.#closing !== undefined) throw this.#closed(fault);
    const counted = { fault, struck: 0 };
    const undo = await this.#start(definition, values, counted);
    if (this.#closing !== undefined) {
      await undo();
      throw this.#closed(fault);
    }
    const running = this.#run(counted, undo);
    this.#tell({ fault, what: 'begun' });
    return running;
  }

  /** @throws the first failure of a fault or of what carried the bytes, unless whoever ended the fault was told */
  [Symbol.asyncDispose](): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Shut first and for good, so that a fault that ends does not open the line again; what messages are held never goes on. */
  #close(): Promise<void> {
    return inTurn([
      () => this.#stream.close(),
      async () => this.#exchange?.[Symbol.asyncDispose](),
      () => inTurn([...this.#running].map(({ end }) => end)),
      () => this.#stream[Symbol.asyncDispose](),
      async () => this.#kept[Symbol.dispose](),
    ]);
  }

  #run(counted: Omit<RunningFault, 'end'>, undo: Undo): RunningFault {
    let ending: Promise<void> | undefined;
    const end = async (): Promise<void> => {
      await undo();
      this.#tell({ fault: counted.fault, what: 'ended' });
    };
    const running = Object.assign(counted, {
      end: () => {
        this.#running.delete(running);
        ending ??= end();
        return ending;
      },
    });
    this.#running.add(running);
    return running;
  }

  async #start(
    definition: FaultDefinition,
    values: never,
    running: { readonly fault: LinkFault; struck: number },
  ): Promise<Undo> {
    this.#begun += 1;
    const random = this.#options.random.fork(`${this.name}/${this.#begun} ${definition.name}`);
    if (definition.kind === 'stream') return definition.begin(this.#stream, values, random);
    if (!this.#exchange)
      throw new LinkError(
        'FAULT_NEEDS_EXCHANGE',
        `Failed to begin the fault "${definition.name}" on "${this.name}": it strikes messages, and this link carries bytes.`,
        'Open the link with kind "exchange".',
      );
    const { fault } = running;
    return this.#exchange.begin(
      definition.begin(values, random, limitsOf(this.#options)),
      values,
      random,
      (request) => {
        running.struck += 1;
        return (became, facts) =>
          this.#tell({ fault, what: 'struck', became, request, ...(facts && { facts }) });
      },
    );
  }

  #closed({ name }: LinkFault): LinkError {
    return new LinkError(
      'LINK_CLOSED',
      `Failed to begin the fault "${name}" on "${this.name}": the link is closed.`,
      'Begin faults before that.',
    );
  }

  #tell(event: Omit<LinkEvent, 'at' | 'link'>): void {
    const { clock, onEvent } = this.#options;
    onEvent?.({ at: clock.now(), link: this.name, ...event });
  }
}
