import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { answerJson, answerWith, type Behaviour } from '../../features/support/testing/half-speaking.ts';
import { conformanceClasses } from '../../profile/capabilities.ts';
import { messages } from '../../profile/messages/messages.ts';

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
      request.resume();
      (badly[spotOf(request)] ?? properly[spotOf(request)])(request, response);
    });
    const stack = new HostileStack(server);
    server.keepAliveTimeout = 75_000; // longer than clients keep idle connections: none is reset but on purpose
    server.on('connection', (socket) => socket.on('error', () => undefined));
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
