import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import type { DeviceKey } from './assignments.ts';
import { findDevices, putDevice, type TrackedDevice } from './device-table.ts';
import { keyOf } from './tracker.ts';

/** Most devices of one look into the books. */
const ASKED_AT_ONCE = 1_000;
/** How long it is remembered that nobody registered a device: somebody else may register it. */
const STRANGER_MS = 1_000;
/** Most of them that are remembered. */
const MOST_STRANGERS = 10_000;

interface Asked {
  readonly device: DeviceKey;
  readonly resolve: (device: TrackedDevice | null) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The registered devices by their keys, looked up once: of what it gives only protocol and zone are of the moment. Of those that are
 * not registered a few are remembered for a moment, and there is one look into the books at a time, for all who wait: however many
 * strangers name themselves, they leave the books to others.
 */
export class DeviceRegistry {
  readonly #pool: Pool;
  readonly #known = new Map<string, Promise<TrackedDevice | null>>();
  /** Until when a device counts as not registered: monotonic, ms; the oldest first. */
  readonly #strangers = new Map<string, number>();
  readonly #asked: Asked[] = [];
  #asking = false;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The device, or null. */
  find(device: DeviceKey): Promise<TrackedDevice | null> {
    const key = keyOf(device);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if ((this.#strangers.get(key) ?? 0) > performance.now()) return Promise.resolve(null);
    const { promise: found, resolve, reject } = Promise.withResolvers<TrackedDevice | null>();
    this.#known.set(key, found);
    const forget = (): boolean => this.#known.get(key) === found && this.#known.delete(key);
    found.then((there) => there === null && forget() && this.#remember(key), forget);
    this.#asked.push({ device, resolve, reject });
    if (!this.#asking) void this.#ask();
    return found;
  }

  /** Registers a device, or changes what is known of it. */
  async put(
    device: Pick<TrackedDevice, 'platform' | 'deviceId' | 'protocol' | 'zoneMinutes'>,
  ): Promise<TrackedDevice> {
    const put = await putDevice(this.#pool, device);
    this.#known.set(keyOf(device), Promise.resolve(put));
    this.#strangers.delete(keyOf(device));
    return put;
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    await new Promise((resolve) => setImmediate(resolve)); // those of one read of the loop are asked for together
    while (this.#asked.length > 0) await this.#askFor(this.#asked.splice(0, ASKED_AT_ONCE));
    this.#asking = false;
  }

  async #askFor(asked: readonly Asked[]): Promise<void> {
    try {
      const devices = await findDevices(
        this.#pool,
        asked.map(({ device }) => device),
      );
      const found = new Map(devices.map((device) => [keyOf(device), device]));
      for (const { device, resolve } of asked) resolve(found.get(keyOf(device)) ?? null);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  #remember(key: string): void {
    this.#strangers.delete(key); // it goes to the end of the line
    this.#strangers.set(key, performance.now() + STRANGER_MS);
    const [oldest] = this.#strangers.keys();
    if (this.#strangers.size > MOST_STRANGERS && oldest !== undefined) this.#strangers.delete(oldest);
  }
}
