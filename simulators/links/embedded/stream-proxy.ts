import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { Closures } from '../closures.ts';
import type { Address, Bend, StreamEngine, StreamEngineFactory, Undo } from '../link.ts';
import { LinkError } from '../link-error.ts';
import { Connection } from './connection.ts';

/** A proxy for TCP in this process: bytes pass as they are, until they are bent. */
export class StreamProxy implements StreamEngine {
  readonly #to: Address;
  readonly #connections = new Set<Connection>();
  readonly #bends = new Set<Bend>();
  readonly #closures = new Closures(
    () => this.#stopListening(),
    () => this.#listen(),
  );
  #address: Address;
  #server: Server | undefined;

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

  close(): Promise<Undo> {
    return this.#closures.add();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
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
