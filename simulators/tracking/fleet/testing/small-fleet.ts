import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../../../fixtures/random.ts';
import { loadDialect } from '../../devices/dialects.ts';
import type { ProtocolName } from '../../protocols/protocol.ts';
import { Fleet, type FleetOptions } from '../fleet.ts';
import type { Readings } from '../readings.ts';
import { readingAt } from './reading-at.ts';

/** When a small fleet begins, ms since the epoch. */
export const START = Date.UTC(2026, 0, 15, 8);
/** Longest wait of a test, ms. */
export const WITHIN_MS = 20_000;

/** Each device measures so many times, a minute apart. */
export const someReadings = (times: number): Readings => {
  const measured = new Map<number, number>();
  return {
    firstAt: (device) => START + 60_000 + device * 1_000,
    next: (device) => {
      const count = (measured.get(device) ?? 0) + 1;
      measured.set(device, count);
      const at = START + count * 60_000;
      return { reading: readingAt(at), stored: false, nextAt: count < times ? at + 60_000 : null };
    },
  };
};

/** Twenty devices that measure five times in a tenth of a second. */
export async function fleetOf(protocol: ProtocolName, port: number, given: Partial<FleetOptions> = {}) {
  return Fleet.start({
    dialect: await loadDialect(protocol),
    address: { transport: 'tcp', host: '127.0.0.1', port },
    devices: 20,
    first: 0,
    readings: someReadings(5),
    speed: 3_000,
    rampPerS: 1_000,
    sources: 4,
    memory: 100,
    random: createRandom(1),
    clock: { now: () => START, monotonic: () => performance.now() },
    ...given,
  });
}

/** Runs the fleet until the sink has seen enough, then lets it leave. */
export async function runUntil(fleet: Fleet, isEnough: () => boolean): Promise<void> {
  const enough = new AbortController();
  const running = fleet.run(WITHIN_MS, enough.signal);
  const startedMs = performance.now();
  while (!isEnough() && performance.now() - startedMs < WITHIN_MS) await pause(10);
  enough.abort();
  await running;
}

/** Waits for what has to come about. */
export async function until(isSo: () => boolean): Promise<void> {
  const startedMs = performance.now();
  while (!isSo()) {
    assert.ok(performance.now() - startedMs < WITHIN_MS, `not within ${WITHIN_MS} ms: ${isSo}`);
    await pause(10);
  }
}
