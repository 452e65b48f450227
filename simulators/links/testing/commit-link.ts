import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What becomes of a commit on its way: `lost-answer` and `lost` break the connection, `held` waits for `release`. */
export type CommitFate = 'passed' | 'lost-answer' | 'lost' | 'held-answer' | 'held';

const COMMIT = Buffer.from('commit\0');

/** The network between a stack and PostgreSQL, which does to the next commit what it is told. For tests and storms. */
export class CommitLink {
  readonly url: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #fate: CommitFate = 'passed';
  #met = Promise.withResolvers<void>();
  #release = Promise.withResolvers<void>();

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  /** @param database PostgreSQL URL */
  static async open(database: string): Promise<CommitLink> {
    const to = new URL(database);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const from = new URL(database);
    from.port = String(port);
    const link = new CommitLink(server, from.href);
    server.on('connection', (socket) => link.#carry(socket, Number(to.port)));
    return link;
  }

  /** Does this to the next commit; ends when it has met it. */
  next(fate: CommitFate): Promise<void> {
    this.#fate = fate;
    this.#met = Promise.withResolvers();
    this.#release = Promise.withResolvers();
    return this.#met.promise;
  }

  /** Lets go what is held. */
  release(): void {
    this.releaseOf()();
  }

  /** Lets go what is held now, whenever it is called. */
  releaseOf(): () => void {
    return this.#release.resolve;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.release();
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #carry(near: Socket, port: number): void {
    const far = connect(port, '127.0.0.1');
    let fate: CommitFate = 'passed';
    // A commit that is held is on its way: that its sender ends does not take it back.
    let held: Promise<void> = Promise.resolve();
    // What comes behind an answer that is held waits with it: the answer may come in several pieces.
    let heldAnswer: Promise<void> = Promise.resolve();
    for (const socket of [near, far]) {
      this.#sockets.add(socket);
      socket.setNoDelay().on('error', () => undefined);
    }
    near.on('data', (bytes) => {
      if (bytes.includes(COMMIT)) [fate, this.#fate] = [this.#fate, 'passed'];
      if (fate === 'lost') near.destroy();
      if (fate === 'held') held = this.#release.promise;
      if (fate === 'lost' || fate === 'held') this.#met.resolve();
      if (fate !== 'lost') void held.then(() => far.write(bytes));
    });
    far.on('data', (bytes) => {
      if (fate === 'lost-answer') near.destroy();
      if (fate === 'lost-answer' || fate === 'held-answer') this.#met.resolve();
      if (fate === 'held-answer') heldAnswer = this.#release.promise;
      if (fate !== 'lost-answer') void heldAnswer.then(() => near.write(bytes));
      fate = 'passed';
    });
    near.on('close', () => void held.then(() => far.end()));
    far.on('close', () => near.destroy());
  }
}
