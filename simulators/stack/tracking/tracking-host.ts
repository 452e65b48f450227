import { performance } from 'node:perf_hooks';
import { notListening } from '../not-listening.ts';
import type { StackContext } from '../stack-context.ts';
import { DeviceRegistry } from './device-registry.ts';
import { type HostedPlatform, hostedPlatforms } from './hosted-platforms.ts';
import { type ListenerLimits, quotaOf } from './listeners/limits.ts';
import type { Listener } from './listeners/listener.ts';
import { type Spoken, spoken, type Transport } from './listeners/spoken.ts';
import { RareLog } from './rare-log.ts';
import { ReceptionDesk } from './reception.ts';

/** Where a platform listens, as published. */
export interface OpenListener {
  readonly protocol: string;
  readonly transport: Transport;
  readonly host: string;
  readonly port: number;
}

/** A platform and where it listens. */
export interface OpenPlatform extends HostedPlatform {
  readonly listeners: readonly OpenListener[];
}

/** How devices reach the platforms. */
export interface TrackingOptions {
  readonly limits: ListenerLimits;
  /** Address on which to listen. */
  readonly host: string;
  /** Address that is published for devices; absent: the one listened on. */
  readonly publicHost?: string | undefined;
  /**
   * Port of the first listener, each next one takes the next port: platforms and protocols in the order of their tables.
   * Absent: any free ones.
   */
  readonly firstPort?: number | undefined;
}

/** The tracking platforms of the stack. Without ports of their own they listen when somebody first asks where. */
export class TrackingHost {
  readonly devices: DeviceRegistry;
  readonly #context: StackContext;
  readonly #desk: ReceptionDesk;
  readonly #options: TrackingOptions;
  readonly #listeners: Listener[] = [];
  #opening: Promise<readonly OpenPlatform[]> | null = null;
  readonly #opened: Promise<OpenListener>[] = [];
  #closed = false;

  constructor(context: StackContext, options: TrackingOptions) {
    this.#context = context;
    this.#options = options;
    this.devices = new DeviceRegistry(context.pool);
    const log = new RareLog(context.log, () => performance.now());
    this.#desk = new ReceptionDesk(context, this.devices, log, quotaOf(options.limits));
  }

  /** The platforms with their listeners, opened when they are not open yet. */
  platforms(): Promise<readonly OpenPlatform[]> {
    this.#opening ??= this.#openAll();
    return this.#opening;
  }

  /** Hears nobody any more; what was taken is stored. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#opened);
    await Promise.all(this.#listeners.map((listener) => listener.close()));
    await this.#desk.settled();
  }

  async #openAll(): Promise<readonly OpenPlatform[]> {
    return Promise.all(
      hostedPlatforms.map(async (hosted, nth) => ({
        ...hosted,
        listeners: await Promise.all(
          spoken.map((one, index) => {
            const opened = this.#open(hosted, one, nth * spoken.length + index);
            this.#opened.push(opened);
            return opened;
          }),
        ),
      })),
    );
  }

  async #open(
    { platform }: HostedPlatform,
    { protocol, transport, idleMs, load, open }: Spoken,
    nth: number,
  ): Promise<OpenListener> {
    const { hooks } = this.#context;
    const { host, publicHost = host, limits, firstPort } = this.#options;
    const port = firstPort === undefined ? 0 : firstPort + nth;
    const opening = open({
      platform,
      protocol: await load(),
      host,
      port,
      desk: this.#desk,
      hooks,
      limits,
      idleMs,
    });
    const listener = await opening.catch((error: unknown) => {
      throw notListening(error, host, port, 'Give another --tracking-port, or none for any free ones.');
    });
    if (this.#closed) await listener.close();
    else this.#listeners.push(listener);
    return { protocol, transport, host: publicHost, port: listener.port };
  }
}
