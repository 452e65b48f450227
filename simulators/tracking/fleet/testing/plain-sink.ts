import { once } from 'node:events';
import net from 'node:net';
import { gt06Rules } from './sink-rules/gt06.ts';
import { jointechRules } from './sink-rules/jointech.ts';
import { jt808Rules } from './sink-rules/jt808.ts';
import type { SinkConnection, SinkRules, SunkFrame } from './sink-rules/sink-rules.ts';
import { teltonikaRules } from './sink-rules/teltonika.ts';

/** How a sink of each protocol reads and answers. */
export const sinkRules = {
  jointech: jointechRules,
  teltonika: teltonikaRules,
  gt06: gt06Rules,
  jt808: jt808Rules,
} as const satisfies Readonly<Record<string, SinkRules>>;
/** A protocol that a sink speaks. */
export type SinkProtocol = keyof typeof sinkRules;

/** What a sink does with one answer instead of sending it; the number counts frames with reports, from 1. */
export type Treatment = (report: number, frame: SunkFrame) => 'answer' | 'silence' | 'reset' | Buffer;

const always: Treatment = () => 'answer';

/** A plain TCP server of one protocol that answers as the vendor says, and counts. */
export class PlainSink implements AsyncDisposable {
  /** How often each report came, by device and device time. */
  readonly reports = new Map<string, number>();
  /** What devices did wrong. */
  readonly faults: string[] = [];
  readonly sources = new Set<string>();
  frames = 0;
  framesWithReports = 0;
  connections = 0;
  readonly #server: net.Server;
  readonly #sockets = new Set<net.Socket>();
  readonly #rules: SinkRules;
  readonly #treatment: Treatment;
  /** Without this it only counts: a benchmark would fill the memory. */
  readonly #remembers: boolean;

  private constructor(rules: SinkRules, treatment: Treatment, remembers: boolean) {
    this.#rules = rules;
    this.#treatment = treatment;
    this.#remembers = remembers;
    this.#server = net.createServer({ noDelay: true }, (socket) => this.#serve(socket));
  }

  static async start(
    protocol: SinkProtocol,
    { treatment = always, remembers = true, port = 0 } = {},
  ): Promise<PlainSink> {
    const sink = new PlainSink(sinkRules[protocol], treatment, remembers);
    sink.#server.listen({ port, host: '127.0.0.1', backlog: 4_096 });
    await once(sink.#server, 'listening');
    return sink;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** Connections that are there now. */
  get open(): number {
    return this.#sockets.size;
  }

  /** Cuts all connections with a reset. */
  reset(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  #serve(socket: net.Socket): void {
    this.connections += 1;
    this.#sockets.add(socket);
    this.sources.add(socket.remoteAddress ?? '');
    const connection: SinkConnection = { device: '', serial: 0 };
    let kept: Buffer | undefined;
    socket.on('error', () => undefined);
    socket.once('close', () => this.#sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      kept = this.#take(socket, connection, kept === undefined ? chunk : Buffer.concat([kept, chunk]));
    });
  }

  #take(socket: net.Socket, connection: SinkConnection, bytes: Buffer): Buffer | undefined {
    let offset = 0;
    try {
      while (offset < bytes.length) {
        const frame = this.#rules(bytes, offset, connection);
        if (frame === null) break;
        offset += frame.length;
        this.#treat(socket, frame);
      }
    } catch (error) {
      this.faults.push((error as Error).message);
      socket.destroy();
      return undefined;
    }
    return offset === bytes.length ? undefined : bytes.subarray(offset);
  }

  #treat(socket: net.Socket, frame: SunkFrame): void {
    this.frames += 1;
    if (frame.reports.length > 0) this.framesWithReports += 1;
    if (this.#remembers)
      for (const report of frame.reports) this.reports.set(report, (this.reports.get(report) ?? 0) + 1);
    const done = frame.reports.length > 0 ? this.#treatment(this.framesWithReports, frame) : 'answer';
    if (done === 'reset') socket.resetAndDestroy();
    else if (done instanceof Buffer) socket.write(done);
    else if (done === 'answer' && frame.answer !== null) socket.write(frame.answer);
  }
}
