import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { conformanceClasses } from '../../profile/capabilities.ts';
import { messages } from '../../profile/messages/messages.ts';

/** What a server does with one request. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

const DRIP_EVERY_MS = 40;
const FIFTY_MEBIBYTES = 50 * 1_048_576;
const PIECE = Buffer.alloc(1_048_576, 'x');

/** Writes again and again until the other end has had enough. */
function drip(response: ServerResponse, write: () => void): void {
  const timer = setInterval(write, DRIP_EVERY_MS);
  response.once('close', () => clearInterval(timer));
}

/** Writes as much as the other end takes, up to a size. */
function pour(response: ServerResponse, bytes: number): void {
  let left = bytes;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= PIECE.length;
      if (!response.write(PIECE)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
}

const answerWith =
  (status: number, contentType: string, body: string): Behaviour =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': contentType }).end(body);
  };

export const answerJson = (body: unknown, status = 200): Behaviour =>
  answerWith(status, 'application/json', JSON.stringify(body));

/** Ways to speak half, or not at all. */
export const halfSpeaking = {
  'closes at once': ({ socket }) => socket.destroy(),
  'accepts and hangs': () => undefined,
  'answers a web page': answerWith(200, 'text/html', '<!DOCTYPE html><title>Portail captif</title>'),
  'answers rubbish': answerWith(200, 'application/json', '\u0000{"ready":tru'),
  'answers a number': answerWith(200, 'application/json', '42'),
  'answers nothing': answerWith(200, 'application/json', ''),
  'answers 50 MB': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    pour(response, FIFTY_MEBIBYTES);
  },
  'drips a body': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    drip(response, () => response.write(' '));
  },
  'drips a header': ({ socket }, response) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    drip(response, () => socket.write('x-slow: 1\r\n'));
  },
  'sends headers without end': ({ socket }) => {
    socket.write(`HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(100_000)}\r\n`);
  },
  'speaks another protocol': ({ socket }) => {
    socket.end('220 courrier.example ESMTP\r\n');
  },
  redirects: (_request, response) => {
    response.writeHead(302, { location: '/connexion' }).end();
  },
  fails: answerWith(500, 'text/plain', 'panne'),
} satisfies Record<string, Behaviour>;

/** Requests of the binding that a half-speaking stack can be told to treat badly. */
export type Spot = 'health' | 'capabilities' | 'participants' | 'messages' | 'deliveries' | 'other';

const capabilities = {
  profileVersions: ['0.1'],
  classes: conformanceClasses.filter((name) => name !== 'tracking' && name !== 'security'),
  messages: Object.keys(messages),
  testClock: false,
  mergedArrival: true,
  signatures: false,
  guaranteeRegister: true,
  environment: 'test',
};

const properly: Readonly<Record<Spot, Behaviour>> = {
  health: (request, response) =>
    answerJson({ status: 'ready', environment: 'test', now: new Date().toISOString() })(request, response),
  capabilities: answerJson(capabilities),
  participants: answerJson({}),
  messages: answerWith(503, 'application/problem+json', '{}'),
  deliveries: answerJson({ seat: 'TG', cursor: 0, lastQueued: 0, pending: 0, deadLetters: 0, processing: 0 }),
  other: answerWith(404, 'application/problem+json', '{}'),
};

function spotOf({ method, url = '' }: IncomingMessage): Spot {
  if (url === '/v0/health') return 'health';
  if (url === '/v0/capabilities') return 'capabilities';
  if (method === 'PUT') return 'participants';
  if (url === '/v0/messages') return 'messages';
  return url.endsWith('/deliveries') ? 'deliveries' : 'other';
}

/** A server that speaks the binding just well enough, except where it was told not to. */
export class HostileStack implements AsyncDisposable {
  /** Paths asked for, in order, e.g. `GET /v0/health`. */
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(badly: Partial<Record<Spot, Behaviour>> = {}): Promise<HostileStack> {
    const server = createServer((request, response) => {
      stack.asked.push(`${request.method} ${request.url}`);
      response.on('error', () => undefined);
      request.socket.on('error', () => undefined);
      request.resume();
      (badly[spotOf(request)] ?? properly[spotOf(request)])(request, response);
    });
    const stack = new HostileStack(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return stack;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Writes a target file for this stack and returns its name. */
  target(folder: string, more = ''): string {
    return writeTarget(folder, this.url, more);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}

export function writeTarget(folder: string, hub: string, more = ''): string {
  writeFileSync(join(folder, 'hub.yaml'), `hub: ${hub}\n${more}`);
  return 'hub.yaml';
}

/** An address on which nobody listens any more. */
export async function addressOfNobody(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}
