import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';

const FIRST = 20_480;
/**
 * Where systems begin to give ports to whoever asks for any: 49152 (@source RFC 6335, 6), Linux here unless it tells otherwise
 * (@source Linux, ip-sysctl, ip_local_port_range).
 */
const ANY_FROM = 32_768;
const BLOCK = 128;
const LOOPBACK = '127.0.0.1';

/** A port to listen on; 0 where none can be kept. Disposing gives it back. */
export interface LastingPort extends Disposable {
  readonly port: number;
}

/**
 * Ports for whoever stops listening and comes back under the same address: the system gives them to nobody meanwhile, as they lie
 * below those that it gives when asked for any; and no other Corridor takes them, as a block of ports belongs to who listens on
 * its first.
 */
export class LastingPorts {
  readonly #end: number;
  readonly #free: number[] = [];
  #next = FIRST;
  #claiming: Promise<boolean> | undefined;

  /** @param end first port that the system may give to anybody */
  constructor(end = firstEphemeral()) {
    this.#end = Math.min(end, ANY_FROM);
  }

  /**
   * One on which nobody listens now.
   * @param host where it will be listened on
   * @param asked a port that somebody chose: it is this one, whatever comes of it; 0: any
   */
  async take(host = LOOPBACK, asked = 0): Promise<LastingPort> {
    if (asked !== 0) return notOurs(asked);
    while (this.#free.length > 0 || (await this.#claim())) {
      const port = this.#free.shift();
      if (port === undefined) continue;
      if (await isTaken(host, port)) continue; // by somebody who knows nothing of us
      return this.#lent(port);
    }
    return notOurs(0);
  }

  #lent(port: number): LastingPort {
    let isLent = true;
    const giveBack = (): void => {
      if (isLent) this.#free.push(port);
      isLent = false;
    };
    return { port, [Symbol.dispose]: giveBack };
  }

  /** Makes one more block ours, until this process ends; false when there is none. */
  #claim(): Promise<boolean> {
    this.#claiming ??= this.#claimNext().finally(() => {
      this.#claiming = undefined;
    });
    return this.#claiming;
  }

  async #claimNext(): Promise<boolean> {
    for (; this.#next + BLOCK <= this.#end; this.#next += BLOCK) {
      const guard = createServer();
      if (await whyNotListening(guard, LOOPBACK, this.#next)) continue;
      guard.on('connection', (socket) => socket.destroy()).unref();
      for (let nth = 1; nth < BLOCK; nth += 1) this.#free.push(this.#next + nth);
      this.#next += BLOCK;
      return true;
    }
    return false;
  }
}

/** Those of this process. */
export const lastingPorts = new LastingPorts();

const notOurs = (port: number): LastingPort => ({ port, [Symbol.dispose]: () => undefined });

function firstEphemeral(): number {
  try {
    return Number.parseInt(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8'), 10);
  } catch {
    return ANY_FROM; // not Linux
  }
}

/** What is wrong with the host is for whoever listens there to tell. */
async function isTaken(host: string, port: number): Promise<boolean> {
  const probe = createServer();
  const reason = await whyNotListening(probe, host, port);
  if (reason === undefined) await once(probe.close(), 'close');
  return reason === 'EADDRINUSE';
}

async function whyNotListening(server: Server, host: string, port: number): Promise<string | undefined> {
  try {
    await once(server.listen(port, host), 'listening');
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}
