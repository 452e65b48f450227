import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Address, Bend, StreamEngine, StreamEngineFactory, Undo } from '../link.ts';
import { LinkError } from '../link-error.ts';
import { Connection } from './connection.ts';

/** Somebody else may have taken our port for a moment while the line was cut. */
const REOPEN_ATTEMPTS = 50;
const REOPEN_PAUSE_MS = 100;

/** A proxy for TCP in this process: bytes pass as they are, until they are bent. */
export class StreamProxy implements StreamEngine {
  readonly #to: Address;
  readonly #connections = new Set<Connection>();
  readonly #bends = new Set<Bend>();
  #address: Address;
  #server: Server | undefined;
  #closures = 0;
  /** One change after the other: who closes and opens at once gets both, in order. */
  #changes: Promise<void> = Promise.resolve();

  private constructor(to: Address, listen: Address) {
    this.#to = to;
    this.#address = listen;
  }

  static readonly open: StreamEngineFactory = async ({ to, listen }) => {
    const proxy = new StreamProxy(to, listen);
    await proxy.#listen();
    return proxy;
  };

  get address(): Address {
    return this.#address;
  }

  async bend(bend: Bend): Promise<Undo> {
    this.#bends.add(bend);
    for (const connection of this.#connections) connection.bend(bend);
    return async () => {
      if (!this.#bends.delete(bend)) return;
      for (const connection of [...this.#connections])
        if (bend.breaks) connection.close();
        else connection.straighten(bend);
    };
  }

  async close(): Promise<Undo> {
    await this.#change(async () => {
      this.#closures += 1;
      if (this.#closures === 1) await this.#stopListening();
    });
    let undone = false;
    return () =>
      this.#change(async () => {
        if (undone) return;
        undone = true;
        this.#closures -= 1;
        if (this.#closures === 0) await this.#listenAgain();
      });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #change(act: () => Promise<void>): Promise<void> {
    const change = this.#changes.then(act);
    this.#changes = change.catch(() => undefined);
    return change;
  }

  async #listen(): Promise<void> {
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    server.on('connection', (caller) => this.#accept(caller));
    const { host, port } = this.#address;
    try {
      await once(server.listen(port, host), 'listening');
    } catch (cause) {
      const seen = (cause as NodeJS.ErrnoException).code ?? String(cause);
      throw new LinkError(
        'CANNOT_LISTEN',
        `Failed to open a link on ${host}:${port}: ${seen}.`,
        'Choose another port, or 0 for any free one.',
        cause,
      );
    }
    this.#server = server;
    const bound = server.address();
    if (bound !== null && typeof bound === 'object') this.#address = { host, port: bound.port };
  }

  async #listenAgain(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#listen();
        return;
      } catch (error) {
        if (attempt >= REOPEN_ATTEMPTS) throw error;
        await pause(REOPEN_PAUSE_MS);
      }
    }
  }

  async #stopListening(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    for (const connection of [...this.#connections]) connection.close();
    await closed;
  }

  #accept(caller: Socket): void {
    if (!this.#server) return void caller.destroy();
    const connection = new Connection(caller, this.#to, this.#bends, () => {
      this.#connections.delete(connection);
    });
    this.#connections.add(connection);
  }
}
