import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRandom } from '../../../fixtures/random.ts';
import { loadReferenceData } from '../../../fixtures/reference-data.ts';
import type { Capabilities } from '../../../profile/capabilities.ts';
import { conformanceClasses } from '../../../profile/capabilities.ts';
import { PROFILE_VERSION } from '../../../profile/envelope/envelope.ts';
import { parseMessage } from '../../../profile/parse-message.ts';
import { Journal } from '../../../reports/evidence/journal.ts';
import { openEnvironment } from '../../support/environment.ts';
import { RunContext } from '../../support/run-context.ts';

const reference = loadReferenceData();
/** When all that is played here begins: what is drawn depends on it. */
const BEGINNING = Date.UTC(2026, 8, 15, 12);

const ICS: Capabilities = {
  profileVersions: [PROFILE_VERSION],
  classes: [...conformanceClasses],
  messages: [],
  testClock: true,
  mergedArrival: true,
  signatures: false,
  guaranteeRegister: true,
  environment: 'test',
};

/**
 * A hub that takes every message that is valid by itself, and delivers nothing: what is drawn against it depends on the book of
 * the player alone. It is no stack to judge: each sequence played here fails.
 */
export class QuietHub implements AsyncDisposable {
  readonly #server: Server;
  #now = BEGINNING;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<QuietHub> {
    const server = createServer();
    const hub = new QuietHub(server);
    server.on('request', async (request, response) => {
      const [status, body] = hub.#answer(request, await textOf(request));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return hub;
  }

  /** A run whose only stack is this hub, with the four countries around it. */
  async openRun(): Promise<RunContext & AsyncDisposable> {
    const { port } = this.#server.address() as AddressInfo;
    const description = {
      name: 'quiet',
      environment: 'test',
      hub: `http://127.0.0.1:${port}`,
      seatsUnderTest: ['hub'],
    } as const;
    const stack = {
      description,
      restart: async () => undefined,
      [Symbol.asyncDispose]: async () => undefined,
    };
    const journal = new Journal();
    const common = { journal, reference, realClock: { now: () => BEGINNING } };
    const { signal } = new AbortController();
    const environment = await openEnvironment(stack, { ...common, random: createRandom('ids'), signal });
    const rest = {
      seed: 1,
      salt: 'quiet',
      signal,
      classOf: new Map<string, string>(),
      stopOnceRed: [],
    };
    const run = new RunContext({ ...common, ...rest, environment });
    return Object.assign(run, { [Symbol.asyncDispose]: () => environment[Symbol.asyncDispose]() });
  }

  #answer({ method, url = '' }: IncomingMessage, body: string): [status: number, body: object] {
    if (url === '/v0/capabilities') return [200, ICS];
    if (url.endsWith('/deliveries')) return [200, { pending: 0, processing: 0 }];
    if (url === '/v0/test-clock/advance')
      this.#now += Number((JSON.parse(body) as { seconds: number }).seconds) * 1000;
    if (url.startsWith('/v0/test-clock')) return [200, { now: new Date(this.#now).toISOString() }];
    if (method === 'PUT') return [200, {}];
    if (method !== 'POST') return [404, {}];
    return parseMessage(JSON.parse(body), reference).ok ? [202, {}] : [422, {}];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
