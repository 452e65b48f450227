import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { type ListenerLimits, sweepMs } from './limits.ts';
import { NewestConnections } from './newest-connections.ts';

/** What a listener keeps of a connection. */
export interface Connection {
  /** Cuts the connection when it costs more than it may. @param now monotonic, ms */
  sweep(now: number): void;
}

/**
 * The connections of one listener: no more than it may have, no more strangers of one address than that may send, no more of one
 * device than it needs; one timer looks after all of them.
 * @source assumption (limits)
 */
export class Connections {
  readonly #limits: ListenerLimits;
  readonly #open = new Map<Socket, Connection>();
  readonly #strangers = new Map<string, number>();
  readonly #newest: NewestConnections;
  readonly #sweeping: NodeJS.Timeout;

  constructor(limits: ListenerLimits) {
    this.#limits = limits;
    this.#newest = new NewestConnections(limits.connectionsPerDevice);
    this.#sweeping = setInterval(() => {
      const now = performance.now();
      for (const connection of this.#open.values()) connection.sweep(now);
    }, sweepMs);
    this.#sweeping.unref();
  }

  /**
   * Lets a connection in, as a stranger, or cuts it.
   * @param make called when it is let in, with what to call whenever it has named a device that is registered
   */
  admit(socket: Socket, make: (named: (deviceId: string) => void) => Connection): void {
    const { connections, strangersPerAddress } = this.#limits;
    const address = socket.remoteAddress ?? '';
    if (this.#open.size >= connections || this.#count(address, 0) >= strangersPerAddress) {
      socket.destroy();
      return;
    }
    this.#count(address, 1);
    let stranger = true;
    const introduced = (): void => {
      if (stranger) this.#count(address, -1);
      stranger = false;
    };
    const named = (deviceId: string): void => {
      if (socket.destroyed) return;
      introduced();
      this.#newest.name(socket, deviceId);
    };
    this.#open.set(socket, make(named));
    socket.once('close', () => {
      this.#open.delete(socket);
      this.#newest.forget(socket);
      introduced();
    });
  }

  /** Cuts all. */
  close(): void {
    clearInterval(this.#sweeping);
    for (const socket of this.#open.keys()) socket.destroy();
  }

  #count(address: string, by: number): number {
    const now = (this.#strangers.get(address) ?? 0) + by;
    if (now === 0) this.#strangers.delete(address);
    else this.#strangers.set(address, now);
    return now;
  }
}
