import type { Socket } from 'node:net';

/**
 * The newest connections of each device of one listener. One that is among those of no device any more is cut: a device that has
 * lost its link comes again, and one that comes again and again takes no place from others. A connection over which several devices
 * report stays as long as one of them has no newer ones.
 */
export class NewestConnections {
  readonly #most: number;
  readonly #newest = new Map<string, Socket[]>();
  readonly #devices = new Map<Socket, Set<string>>();

  /** @param most of one device */
  constructor(most: number) {
    this.#most = most;
  }

  /** A connection has named a device that is registered. */
  name(socket: Socket, deviceId: string): void {
    const before = this.#newest.get(deviceId) ?? [];
    if (before.at(-1) === socket) return;
    const newest = [...before.filter((one) => one !== socket), socket];
    const devices = this.#devices.get(socket) ?? new Set();
    this.#newest.set(deviceId, newest);
    this.#devices.set(socket, devices.add(deviceId));
    if (newest.length > this.#most) this.#replace(newest, deviceId);
  }

  /** A connection has ended. */
  forget(socket: Socket): void {
    for (const deviceId of this.#devices.get(socket) ?? []) {
      const left = this.#newest.get(deviceId)?.filter((one) => one !== socket) ?? [];
      if (left.length === 0) this.#newest.delete(deviceId);
      else this.#newest.set(deviceId, left);
    }
    this.#devices.delete(socket);
  }

  #replace(newest: Socket[], deviceId: string): void {
    const oldest = newest.shift();
    const devices = oldest && this.#devices.get(oldest);
    devices?.delete(deviceId);
    if (devices?.size === 0) oldest?.destroy();
  }
}
