import type { Alarm, StackClock } from './stack-clock.ts';

const GRACE_MS = 1000;

/**
 * Calls `silent` when an answer has taken too long by the stack's clock. When the test clock is moved over the deadline, an
 * attempt under way still gets a second of real time to be answered.
 * @param waitMs how long an answer may take
 */
export function untilSilence(clock: StackClock, waitMs: number, silent: () => void): Alarm {
  const startedAt = clock.systemNow();
  let grace: NodeJS.Timeout | undefined;
  const alarm = clock.at(clock.now() + waitMs, () => {
    const leftMs = Math.min(GRACE_MS, waitMs) - (clock.systemNow() - startedAt);
    grace = setTimeout(silent, Math.max(0, leftMs));
  });
  return {
    cancel: () => {
      alarm.cancel();
      clearTimeout(grace);
    },
  };
}
