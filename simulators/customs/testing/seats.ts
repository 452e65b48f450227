import type { Clock } from '../../../profile/clock.ts';
import { Journal } from '../../../reports/evidence/journal.ts';
import type { CustomsOptions } from '../customs-options.ts';
import { CustomsSystem } from '../customs-system.ts';
import { createMessageIds, type RandomNumbers } from '../message-ids.ts';

/** A clock that stands on the day after {@link exampleMovement} until it is moved. */
export class StandingClock implements Clock {
  #now = Date.UTC(2026, 10, 21, 8);

  now(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** Numbers in [0, 1) that a seed fixes. @source mulberry32, public domain */
export function seededNumbers(seed: number): RandomNumbers {
  let state = seed;
  return {
    next() {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
  };
}

/** A seat for a test, with its own journal; without a hub it does not register. */
export async function startSeat(
  options: Partial<CustomsOptions> & { country: string },
): Promise<CustomsSystem> {
  const clock = options.clock ?? new StandingClock();
  const seed = options.country.charCodeAt(0) * 256 + options.country.charCodeAt(1);
  return CustomsSystem.start({
    hub: 'http://127.0.0.1:9',
    register: options.hub !== undefined,
    clock,
    journal: new Journal(),
    ids: createMessageIds(clock, seededNumbers(seed)),
    ...options,
  });
}
