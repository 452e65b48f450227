import type { Pool } from 'pg';
import type { DeviceKey } from './assignments.ts';
import { findDevice, putDevice, type TrackedDevice } from './device-table.ts';
import { keyOf } from './tracker.ts';

/**
 * The registered devices by their keys, looked up once: of what it gives only protocol and zone are of the moment. Devices that are
 * not registered are not remembered, however many strangers name.
 */
export class DeviceRegistry {
  readonly #pool: Pool;
  readonly #known = new Map<string, Promise<TrackedDevice | null>>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The device, or null. */
  find(device: DeviceKey): Promise<TrackedDevice | null> {
    const key = keyOf(device);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = findDevice(this.#pool, device);
    this.#known.set(key, found);
    const forget = (): boolean => this.#known.get(key) === found && this.#known.delete(key);
    found.then((there) => there === null && forget(), forget);
    return found;
  }

  /** Registers a device, or changes what is known of it. */
  async put(
    device: Pick<TrackedDevice, 'platform' | 'deviceId' | 'protocol' | 'zoneMinutes'>,
  ): Promise<TrackedDevice> {
    const put = await putDevice(this.#pool, device);
    this.#known.set(keyOf(device), Promise.resolve(put));
    return put;
  }
}
