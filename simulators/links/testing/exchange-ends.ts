import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { request } from 'undici';
import type { Address } from '../link.ts';

/** What a server heard of one request. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly seat: string | undefined;
  readonly body: string;
}

/** An HTTP server that answers 202 with its count, and remembers what it heard. */
export class CountingServer implements AsyncDisposable {
  readonly heard: Heard[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((incoming, response) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () => {
        const { method = '', url: path = '', headers } = incoming;
        const seat = headers['corridor-seat']?.toString();
        this.heard.push({ method, path, seat, body: Buffer.concat(parts).toString('utf8') });
        response.writeHead(202, { 'corridor-test': 'yes' });
        response.end(JSON.stringify({ answer: this.heard.length }));
      });
    });
  }

  static async start(): Promise<CountingServer> {
    const counting = new CountingServer();
    await once(counting.#server.listen(0, '127.0.0.1'), 'listening');
    return counting;
  }

  get address(): Address {
    const address = this.#server.address();
    return { host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 0 };
  }

  get bodies(): string[] {
    return this.heard.map(({ body }) => body);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}

/** Posts, or asks when there is nothing to post: the status and the body, or `broken`. */
export async function say({ host, port }: Address, body?: string): Promise<string> {
  try {
    const answer = await request(`http://${host}:${port}/v0/messages?of=test`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'Corridor-Seat': 'NE', 'content-type': 'application/json' },
      body: body ?? null,
      reset: true,
    });
    return `${answer.statusCode} ${await answer.body.text()}`;
  } catch {
    return 'broken';
  }
}
