import { StreamProxy } from './embedded/stream-proxy.ts';
import { ExchangeProxy } from './exchange/exchange-proxy.ts';
import { readFault } from './faults/faults.ts';
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

const ANYWHERE: Address = { host: '127.0.0.1', port: 0 };

/**
 * Opens a link: the faults of the stream stand in front, where the caller feels them as a broken line; those of messages
 * behind, where requests are whole.
 * @throws LinkError when it cannot listen there
 */
export async function openLink(options: LinkOptions): Promise<Link> {
  const { name, to, listen = ANYWHERE, kind, by = StreamProxy.open } = options;
  await using opened = new AsyncDisposableStack();
  const exchange = kind === 'exchange' ? opened.use(await ExchangeProxy.open({ to })) : undefined;
  const stream = opened.use(await by({ name, to: exchange?.address ?? to, listen }));
  const owned = opened.move();
  return new OpenLink(options, stream, exchange, owned);
}

class OpenLink implements Link {
  readonly name: string;
  readonly #options: LinkOptions;
  readonly #stream: StreamEngine;
  readonly #exchange: ExchangeProxy | undefined;
  readonly #owned: AsyncDisposableStack;
  #begun = 0;

  constructor(
    options: LinkOptions,
    stream: StreamEngine,
    exchange: ExchangeProxy | undefined,
    owned: AsyncDisposableStack,
  ) {
    this.name = options.name;
    this.#options = options;
    this.#stream = stream;
    this.#exchange = exchange;
    this.#owned = owned;
  }

  get address(): Address {
    return this.#stream.address;
  }

  async begin(fault: LinkFault): Promise<RunningFault> {
    const { definition, values } = readFault(fault);
    const running = { fault, struck: 0 };
    const undo = await this.#start(definition, values, running);
    this.#tell({ fault, what: 'begun' });
    let ending: Promise<void> | undefined;
    const end = async (): Promise<void> => {
      await undo();
      this.#tell({ fault, what: 'ended' });
    };
    return Object.assign(running, {
      end: () => {
        ending ??= end();
        return ending;
      },
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#owned.disposeAsync();
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
    return this.#exchange.begin(definition.begin(values, random), values, random, (request) => {
      running.struck += 1;
      return (became, facts) =>
        this.#tell({ fault, what: 'struck', became, request, ...(facts && { facts }) });
    });
  }

  #tell(event: Omit<LinkEvent, 'at' | 'link'>): void {
    const { clock, onEvent } = this.#options;
    onEvent?.({ at: clock.now(), link: this.name, ...event });
  }
}
