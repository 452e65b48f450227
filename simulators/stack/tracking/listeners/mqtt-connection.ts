import type { Socket } from 'node:net';
import type { Connection } from './connections.ts';
import { PacketGuard } from './packet-guard.ts';

/** What the connection of an MQTT device is watched with. */
export interface MqttConnectionParts {
  readonly socket: Socket;
  /** Bytes behind the header of a packet. */
  readonly longestPacket: number;
  /** A packet that has begun must end by then, ms. */
  readonly frameWithinMs: number;
  /** Without a byte for this long it is cut, ms. */
  readonly idleMs: number;
  /** Monotonic, ms. */
  readonly elapsed: () => number;
}

/**
 * Watches a connection that the broker reads: cut when a packet is too long or does not end, and when it is silent. A connection that
 * does not log in is cut by the broker.
 */
export class MqttConnection implements Connection {
  readonly #parts: MqttConnectionParts;
  readonly #guard: PacketGuard;
  /** Since when a packet is unfinished, or null. */
  #unfinishedAt: number | null = null;

  constructor(parts: MqttConnectionParts) {
    const { socket, idleMs, longestPacket } = parts;
    this.#parts = parts;
    this.#guard = new PacketGuard(longestPacket);
    socket.setTimeout(idleMs, () => socket.destroy());
    socket.on('data', (chunk) => this.#hear(chunk));
  }

  sweep(now: number): void {
    const { socket, frameWithinMs } = this.#parts;
    if (this.#unfinishedAt !== null && now - this.#unfinishedAt >= frameWithinMs) socket.destroy();
  }

  #hear(chunk: Buffer): void {
    const ended = this.#guard.ended;
    if (!this.#guard.take(chunk)) this.#parts.socket.destroy();
    if (!this.#guard.unfinished) this.#unfinishedAt = null;
    else if (this.#guard.ended > ended || this.#unfinishedAt === null)
      this.#unfinishedAt = this.#parts.elapsed();
  }
}
