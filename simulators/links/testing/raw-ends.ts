import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Address } from '../link.ts';
import { until } from './until.ts';

/** A server that hears bytes and answers what it is told to, or nothing. */
export class RawServer implements AsyncDisposable {
  heard = '';
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(answer: (heard: string, socket: Socket) => void) {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('data', (bytes: Buffer) => {
        this.heard += bytes.toString('latin1');
        answer(bytes.toString('latin1'), socket);
      });
    });
  }

  static async start(answer: (heard: string, socket: Socket) => void): Promise<RawServer> {
    const raw = new RawServer(answer);
    await once(raw.#server.listen(0, '127.0.0.1'), 'listening');
    return raw;
  }

  get address(): Address {
    const address = this.#server.address();
    return { host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 0 };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

/** Says these bytes and tells what comes back: the head and body up to `end`, or all until the connection is over. */
export async function sayRaw({ host, port }: Address, bytes: string, end?: string): Promise<string> {
  const socket = connect({ host, port });
  let got = '';
  let over = false;
  socket.on('data', (part: Buffer) => {
    got += part.toString('latin1');
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    over = true;
  });
  socket.write(bytes);
  await until(() => over || (end !== undefined && got.includes(end)), 'an answer, or the end of the line');
  socket.destroy();
  return got;
}
