import type { Clock } from '../../profile/clock.ts';

/** Where message ids come from; each is a UUID version 7. */
export interface MessageIds {
  next(): string;
}

/** What is needed of a random source: numbers in [0, 1). */
export interface RandomNumbers {
  next(): number;
}

const BITS_26 = 2 ** 26;

/**
 * Message ids from a clock and a random source: the same seed, salt and times give the same ids.
 * @param random seeded with seed and salt, so that a stack with a memory does not see replays
 * @source RFC 9562 section 5.7 (48 bits of milliseconds, version, 74 random bits)
 */
export function createMessageIds(clock: Clock, random: RandomNumbers): MessageIds {
  const draw = () => Math.floor(random.next() * BITS_26);
  return {
    next() {
      const time = clock.now().toString(16).padStart(12, '0').slice(-12);
      const high = draw();
      const middle = draw();
      const low = draw();
      const randomA = (high & 0xfff).toString(16).padStart(3, '0');
      const variant = (0x8000 | ((high >>> 12) & 0x3fff)).toString(16);
      const tail = hex6(middle) + hex6(low);
      return `${time.slice(0, 8)}-${time.slice(8)}-7${randomA}-${variant}-${tail}`;
    },
  };
}

/** Six hexadecimal digits of the lower 24 bits. */
const hex6 = (value: number): string => (value & 0xffffff).toString(16).padStart(6, '0');
