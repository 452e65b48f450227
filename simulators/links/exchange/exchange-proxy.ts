import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import type { Random } from '../../../fixtures/random.ts';
import type { MessageValues } from '../faults/define-fault.ts';
import type {
  Address,
  Became,
  LinkAnswer,
  LinkRequest,
  MessageFaultAtWork,
  Onward,
  StruckRequest,
  Undo,
} from '../link.ts';
import { endToEnd } from './headers.ts';

/** Larger requests break the connection: nothing of the binding is that large. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A fault at work, and which requests it meets. */
interface AtWork {
  readonly fault: MessageFaultAtWork;
  readonly meets: (request: LinkRequest) => boolean;
  /** Told once of each request that is met; the answer tells what became of it, as often as there is something to tell. */
  readonly struck: (request: StruckRequest) => Became;
}

/** A relay for HTTP: requests and answers are read whole, so that faults can strike messages. */
export class ExchangeProxy implements AsyncDisposable {
  readonly #server: Server;
  readonly #pool: Pool;
  readonly #atWork = new Set<AtWork>();

  private constructor(to: Address) {
    this.#pool = new Pool(`http://${to.host}:${to.port}`, { headersTimeout: 0, bodyTimeout: 0 });
    this.#server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 });
    this.#server.on('request', (request, response) => void this.#relay(request, response));
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  static async open({ to }: { readonly to: Address }): Promise<ExchangeProxy> {
    const proxy = new ExchangeProxy(to);
    await once(proxy.#server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get address(): Address {
    return { host: '127.0.0.1', port: (this.#server.address() as AddressInfo).port };
  }

  /** From now on the fault meets requests, those begun before it first. */
  async begin(
    fault: MessageFaultAtWork,
    values: MessageValues,
    random: Random,
    struck: AtWork['struck'],
  ): Promise<Undo> {
    const atWork = { fault, struck, meets: chosen(values, random) };
    this.#atWork.add(atWork);
    return async () => {
      this.#atWork.delete(atWork);
      await fault.end?.();
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#atWork.clear();
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await Promise.all([closed, this.#pool.destroy()]);
  }

  async #relay(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await wholeBody(incoming);
    if (!body) return void incoming.socket.destroy();
    const { method = '', url: path = '' } = incoming;
    // Whoever hangs up is not answered, and whom it called is told so.
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const request = { method, path, headers: endToEnd(incoming.rawHeaders), body };
    const answer = await this.#through([...this.#atWork], gone.signal)(request);
    if (answer) send(response, answer, method);
    else incoming.socket.resetAndDestroy();
  }

  /** The way through the faults at work, to whom is called. */
  #through([first, ...others]: readonly AtWork[], signal: AbortSignal): Onward {
    if (!first) return (request) => this.#send(request, signal);
    const { fault, meets, struck } = first;
    const onward = this.#through(others, signal);
    // What is struck goes on whether or not its sender has hung up: a line does not know.
    const regardless = this.#through(others, NEVER);
    return async (request) => {
      if (meets(request)) return fault.pass(request, regardless, struck(request)).catch(() => undefined);
      const answer = await onward(request);
      await fault.passed?.();
      return answer;
    };
  }

  async #send(
    { method, path, headers, body }: LinkRequest,
    signal: AbortSignal,
  ): Promise<LinkAnswer | undefined> {
    try {
      const answer = await this.#pool.request({
        method: method as 'POST',
        path,
        headers: [...headers],
        body: body.length > 0 ? body : null,
        signal,
        responseHeaders: 'raw',
      });
      const bytes = Buffer.from(await answer.body.arrayBuffer());
      const raw = answer.headers as unknown as readonly string[];
      return { status: answer.statusCode, headers: endToEnd(raw), body: bytes };
    } catch {
      return undefined;
    }
  }
}

const NEVER = new AbortController().signal;

function chosen(
  { probability, count, of }: MessageValues,
  random: Random,
): (request: LinkRequest) => boolean {
  let left = count ?? Number.POSITIVE_INFINITY;
  return ({ method }) => {
    const isQuestion = method === 'GET' || method === 'HEAD';
    if (of !== 'all' && isQuestion !== (of === 'questions')) return false;
    if (left <= 0 || !random.chance(probability)) return false;
    left -= 1;
    return true;
  };
}

async function wholeBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of incoming as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > MOST_BYTES) return undefined;
      parts.push(part);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(parts);
}

function send(response: ServerResponse, { status, headers, body }: LinkAnswer, method: string): void {
  response.sendDate = false;
  const hasBody = method !== 'HEAD' && status !== 204 && status !== 304;
  response.writeHead(status, [...headers, ...(hasBody ? ['content-length', String(body.length)] : [])]);
  response.end(hasBody ? body : undefined);
}
