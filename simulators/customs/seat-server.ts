import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type LastingPort, lastingPorts } from '../ports/lasting-port.ts';
import { type ReadBody, readBody } from './read-body.ts';
import { SeatError } from './seat-error.ts';

/** A request as it came, body read whole. */
export interface SeatRequest {
  readonly method: string;
  readonly path: string;
  /** Headers of the profile, lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string | undefined;
  /** The body; cut short with fault `reset`, empty when too large, the raw bytes of what is not HTTP. */
  readonly body: Buffer;
  /** Why there is no usable body: the caller went away, too many bytes, or no HTTP at all. */
  readonly fault?: 'reset' | 'too-large' | 'not-http';
}

/** What goes back. `silence` answers nothing: the connection is held open, or reset. */
export interface SeatAnswer {
  readonly status: number;
  readonly body: string;
  readonly contentType?: string;
  readonly silence?: 'hang' | 'reset';
  /** Called once the answer has left. */
  readonly afterwards?: () => void;
}

/** The seat's side of each exchange; must not throw. A promise only where it has to wait. */
export type SeatHandler = (request: SeatRequest) => SeatAnswer | Promise<SeatAnswer>;

/**
 * The HTTP side of a seat: reads requests whole, hands them over, writes answers, and can go away and come
 * back on the same port as a border post whose link fails.
 */
export class SeatServer implements AsyncDisposable {
  readonly #handle: SeatHandler;
  readonly #host: string;
  readonly #sockets = new Set<Socket>();
  /** Those with a request whose body is being read. */
  readonly #busy = new Set<Socket>();
  readonly #kept: LastingPort;
  #port: number;
  #server: Server | undefined;

  private constructor(host: string, kept: LastingPort, handle: SeatHandler) {
    this.#host = host;
    this.#kept = kept;
    this.#port = kept.port;
    this.#handle = handle;
  }

  /** @param options.port 0: one that nobody takes while the seat is away */
  static async start(options: { host: string; port: number; handle: SeatHandler }): Promise<SeatServer> {
    const { host, port, handle } = options;
    await using starting = new AsyncDisposableStack();
    const server = starting.use(new SeatServer(host, await lastingPorts.take(host, port), handle));
    await server.comeBack();
    starting.move();
    return server;
  }

  /** Base address, the same for the whole life of the seat. */
  get url(): string {
    return `http://${this.#host.includes(':') ? `[${this.#host}]` : this.#host}:${this.#port}`;
  }

  /** Stops listening and cuts every connection at once: callers are refused. */
  async goAway(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** Listens (again) on the same port. */
  async comeBack(): Promise<void> {
    if (this.#server) return;
    const server = createServer((request, response) => this.#serve(request, response));
    // Longer than clients keep idle connections, so that none is cut under a request.
    server.keepAliveTimeout = 75_000;
    server.on('connection', (socket) => this.#follow(socket));
    server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
      // A caller that goes away, in a request (recorded there) or between two, is no exchange of its own.
      const isGarbage = error.code?.startsWith('HPE_') && !this.#busy.has(socket as Socket);
      if (isGarbage) void this.#serveGarbage(socket as Socket, error.rawPacket);
      else socket.destroy();
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (cause) => reject(new SeatError(this.#host, this.#port, cause)));
      server.listen(this.#port, this.#host, resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.goAway();
    this.#kept[Symbol.dispose]();
  }

  #follow(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    this.#busy.add(socket);
    readBody(request, (read) => {
      this.#busy.delete(socket);
      const answered = this.#handle({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: profileHeaders(request),
        contentType: request.headers['content-type'],
        ...read,
      });
      if (answered instanceof Promise) void answered.then((answer) => sendAnswer(response, answer, read));
      else sendAnswer(response, answered, read);
    });
  }

  /** What is not HTTP is recorded like any other exchange, then cut. */
  async #serveGarbage(socket: Socket, body: Buffer = Buffer.alloc(0)): Promise<void> {
    await this.#handle({
      method: '',
      path: '',
      headers: {},
      contentType: undefined,
      body,
      fault: 'not-http',
    });
    if (socket.writable)
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    else socket.destroy();
  }
}

function sendAnswer(response: ServerResponse, answer: SeatAnswer, read: ReadBody): void {
  if (answer.silence === 'reset') response.req.socket.resetAndDestroy();
  if (answer.silence !== undefined || read.fault === 'reset') return;
  if (answer.afterwards) response.once('finish', answer.afterwards);
  response.writeHead(answer.status, {
    'content-type': answer.contentType ?? 'application/json',
    'content-length': Buffer.byteLength(answer.body),
    ...(read.fault && { connection: 'close' }),
  });
  response.end(answer.body);
}

function profileHeaders({ headers }: IncomingMessage): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name in headers) if (name.startsWith('corridor-')) kept[name] = String(headers[name]);
  return kept;
}
