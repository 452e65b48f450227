import { connect, type Socket } from 'node:net';
import type { Address, Bend, Way } from '../link.ts';
import { OneWay } from './way.ts';

/** One connection of a caller, and ours to whom it calls. */
export class Connection {
  readonly #caller: Socket;
  readonly #called: Socket;
  readonly #ways: Readonly<Record<Way, OneWay>>;
  readonly #closed: () => void;

  /** @param closed called once, when both ends are gone */
  constructor(caller: Socket, to: Address, bends: Iterable<Bend>, closed: () => void) {
    this.#caller = caller;
    this.#called = connect({ ...to, allowHalfOpen: true, noDelay: true });
    this.#closed = closed;
    const reset = () => this.reset();
    this.#ways = {
      there: new OneWay(this.#caller, this.#called, reset),
      back: new OneWay(this.#called, this.#caller, reset),
    };
    for (const bend of bends) this.bend(bend);
    this.#bind(this.#caller, this.#called);
    this.#bind(this.#called, this.#caller);
  }

  bend(bend: Bend): void {
    for (const way of bend.ways) this.#ways[way].bend(bend, bend.shape());
  }

  straighten(bend: Bend): void {
    for (const way of bend.ways) this.#ways[way].straighten(bend);
  }

  /** Closes both ends, whatever is on the way. */
  close(): void {
    this.#caller.destroy();
    this.#called.destroy();
  }

  /** Throws both ends out. */
  reset(): void {
    for (const socket of [this.#caller, this.#called]) socket.resetAndDestroy();
  }

  /** An end that breaks takes the other one with it, in the same manner. */
  #bind(socket: Socket, other: Socket): void {
    socket.on('error', () => (socket.connecting ? other.destroy() : other.resetAndDestroy()));
    socket.on('close', () => {
      if (other.destroyed) this.#closed();
      else if (!socket.readableEnded) other.destroy();
    });
  }
}
