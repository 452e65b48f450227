import type { StackContext } from '../stack-context.ts';
import { DeviceRegistry } from './device-registry.ts';
import { type HostedPlatform, hostedPlatforms } from './hosted-platforms.ts';
import type { ListenerLimits } from './listeners/limits.ts';
import type { Listener } from './listeners/listener.ts';
import { type Spoken, spoken, type Transport } from './listeners/spoken.ts';
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

/** The tracking platforms of the stack. They listen from the first moment on which somebody asks where. */
export class TrackingHost {
  readonly devices: DeviceRegistry;
  readonly #context: StackContext;
  readonly #desk: ReceptionDesk;
  readonly #limits: ListenerLimits;
  readonly #host: string;
  readonly #listeners: Listener[] = [];
  #opening: Promise<readonly OpenPlatform[]> | null = null;
  #closed = false;

  /** @param host address on which to listen */
  constructor(context: StackContext, limits: ListenerLimits, host = '127.0.0.1') {
    this.#context = context;
    this.#limits = limits;
    this.#host = host;
    this.devices = new DeviceRegistry(context.pool);
    this.#desk = new ReceptionDesk(context, this.devices);
  }

  /** The platforms with their listeners, opened when they are not open yet. */
  platforms(): Promise<readonly OpenPlatform[]> {
    this.#opening ??= this.#openAll();
    return this.#opening;
  }

  /** Hears nobody any more; what was taken is stored. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#opening?.catch(() => undefined);
    await Promise.all(this.#listeners.map((listener) => listener.close()));
    await this.#desk.settled();
  }

  async #openAll(): Promise<readonly OpenPlatform[]> {
    return Promise.all(
      hostedPlatforms.map(async (hosted) => ({
        ...hosted,
        listeners: await Promise.all(spoken.map((one) => this.#open(hosted, one))),
      })),
    );
  }

  async #open(
    { platform }: HostedPlatform,
    { protocol, transport, idleMs, load, open }: Spoken,
  ): Promise<OpenListener> {
    const { hooks } = this.#context;
    const listener = await open({
      platform,
      protocol: await load(),
      host: this.#host,
      desk: this.#desk,
      hooks,
      limits: this.#limits,
      idleMs,
    });
    if (this.#closed) await listener.close();
    else this.#listeners.push(listener);
    return { protocol, transport, host: this.#host, port: listener.port };
  }
}
