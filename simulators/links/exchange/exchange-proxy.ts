import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Pool } from 'undici';
import type { Random } from '../../../fixtures/random.ts';
import type { MessageValues } from '../faults/define-fault.ts';
import { LIMITS, type LinkLimits } from '../limits.ts';
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
import { wholeBody } from './whole-body.ts';

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
  readonly #mostBytes: number;
  readonly #atWork = new Set<AtWork>();
  /** The first error of ours, not of the line; told when the relay closes. */
  #failure: unknown;

  private constructor(to: Address, { messageBytes }: LinkLimits) {
    this.#mostBytes = messageBytes;
    this.#pool = new Pool(`http://${to.host}:${to.port}`, { headersTimeout: 0, bodyTimeout: 0 });
    this.#server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 });
    this.#server.on('request', (request, response) => {
      const { socket } = request; // a request that was not read to its end knows it no more
      this.#relay(request, response, socket).catch((error: unknown) => {
        this.#failure ??= error;
        socket.destroy();
      });
    });
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  /** @param listen address of this machine on which it listens, on any free port */
  static async open({
    to,
    listen = '127.0.0.1',
    limits = LIMITS,
  }: {
    to: Address;
    listen?: string | undefined;
    limits?: LinkLimits;
  }): Promise<ExchangeProxy> {
    const proxy = new ExchangeProxy(to, limits);
    await once(proxy.#server.listen(0, listen), 'listening');
    return proxy;
  }

  get address(): Address {
    const { address: host, port } = this.#server.address() as AddressInfo;
    return { host, port };
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

  /** @throws what a fault threw, which is an error of ours and not of the line */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#atWork.clear();
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await Promise.all([closed, this.#pool.destroy()]);
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #relay(incoming: IncomingMessage, response: ServerResponse, socket: Socket): Promise<void> {
    const body = await wholeBody(incoming, this.#mostBytes);
    if (!body) return void socket.destroy();
    const { method = '', url: path = '' } = incoming;
    // Whoever hangs up is not answered, and whom it called is told so.
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const request = { method, path, headers: endToEnd(incoming.rawHeaders), body };
    const answer = await this.#through([...this.#atWork], gone.signal)(request);
    if (answer) send(response, answer, method);
    else socket.resetAndDestroy();
  }

  /** The way through the faults at work, to whom is called. */
  #through([first, ...others]: readonly AtWork[], signal: AbortSignal): Onward {
    if (!first) return (request) => this.#send(request, signal);
    const { fault, meets, struck } = first;
    const onward = this.#through(others, signal);
    // What is struck goes on whether or not its sender has hung up: a line does not know.
    const regardless = this.#through(others, NEVER);
    return async (request) => {
      if (meets(request)) return fault.pass(request, regardless, this.#whileOpen(struck(request)));
      const answer = await onward(request);
      await fault.passed?.();
      return answer;
    };
  }

  /** What is still held when the relay closes never goes on, and tells nothing any more. */
  #whileOpen(became: Became): Became {
    return (...told) => {
      if (this.#server.listening) became(...told);
    };
  }

  /** `OPTIONS *` finds no way on: undici sends paths only. Nothing of the binding asks so; its line breaks. */
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
      const bytes = await wholeBody(answer.body, this.#mostBytes);
      const raw = answer.headers as unknown as readonly string[];
      const { statusCode: status } = answer;
      return bytes && { status, headers: endToEnd(raw, tellsLength(method, status)), body: bytes };
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

/** No body follows, and the length told is that of the one that would. @source RFC 9110, 8.6 */
const tellsLength = (method: string, status: number): boolean => method === 'HEAD' || status === 304;

function send(response: ServerResponse, { status, headers, body }: LinkAnswer, method: string): void {
  response.sendDate = false;
  const hasBody = status !== 204 && !tellsLength(method, status);
  response.writeHead(status, [...headers, ...(hasBody ? ['content-length', String(body.length)] : [])]);
  response.end(hasBody ? body : undefined);
}
