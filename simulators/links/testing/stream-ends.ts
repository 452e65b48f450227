import { connect, type Socket } from 'node:net';
import type { Address } from '../link.ts';
import { LoopbackServer } from './loopback-server.ts';

const GIVEN_UP_AFTER_MS = 20_000;

/** Sends back what it hears, and remembers how much that was. */
export class EchoServer extends LoopbackServer {
  heard = 0;
  connections = 0;

  private constructor() {
    super((socket) => {
      this.connections += 1;
      socket.on('data', (bytes: Buffer) => {
        this.heard += bytes.length;
        socket.write(bytes);
      });
    });
  }

  static start(): Promise<EchoServer> {
    return new EchoServer().listen();
  }
}

/** A caller on a link, and all that it saw. */
export class Caller {
  readonly socket: Socket;
  readonly parts: Buffer[] = [];
  /** How the connection ended: `refused`, `broken` (closed or reset by the link), `ended` (an orderly end). */
  readonly over: Promise<'refused' | 'broken' | 'ended'>;

  constructor({ host, port }: Address) {
    this.socket = connect({ host, port, noDelay: true });
    this.socket.setTimeout(GIVEN_UP_AFTER_MS, () => this.socket.destroy(new Error('given up')));
    this.socket.on('data', (bytes: Buffer) => this.parts.push(bytes));
    let ended = false;
    let refused = false;
    this.socket.on('end', () => {
      ended = this.socket.writableEnded;
    });
    this.socket.on('error', (error: NodeJS.ErrnoException) => {
      refused = error.code === 'ECONNREFUSED';
    });
    this.over = new Promise((resolve) => {
      this.socket.on('close', () => resolve(refused ? 'refused' : ended ? 'ended' : 'broken'));
    });
  }

  get received(): Buffer {
    return Buffer.concat(this.parts);
  }

  /** Waits until so many bytes have come in all, or the connection is over. */
  async heard(bytes: number): Promise<void> {
    const enough = new Promise<void>((resolve) => {
      const look = (): void => {
        if (this.received.length >= bytes) resolve();
      };
      this.socket.on('data', look);
      look();
    });
    await Promise.race([enough, this.over]);
  }

  /** Sends, and waits for the echo; milliseconds. */
  async roundTrip(bytes: Buffer): Promise<number> {
    const wanted = this.received.length + bytes.length;
    const startedMs = performance.now();
    this.socket.write(bytes);
    await this.heard(wanted);
    return performance.now() - startedMs;
  }
}

/** What becomes of a caller that says something: whether it was let in, what it heard, how it ended. */
export async function call(to: Address): Promise<'answered' | 'refused' | 'broken'> {
  const caller = new Caller(to);
  await caller.roundTrip(Buffer.from('ping'));
  if (caller.received.toString() === 'ping') {
    caller.socket.destroy();
    return 'answered';
  }
  return (await caller.over) === 'refused' ? 'refused' : 'broken';
}
