import { defineDeviation } from '../deviation.ts';

const SECOND_MS = 1000;
const LONGEST_MS = 60 * SECOND_MS;
const SLOW_AFTER_MS = 15 * LONGEST_MS;

/** Failures of this life, by recipient. */
const failures = new Map<string, { count: number; readonly elapsedMs: number }>();

/** After a crash the attempts come as quickly as on the first day, however long the country has been away. */
export default defineDeviation({
  name: 'hurries-again-after-a-crash',
  violates: ['DLV-022'],
  why: 'the pause is doubled in memory, from one second at every start',
  onRetry: (pauseMs, { recipient, elapsedMs }) => {
    const first = failures.get(recipient) ?? { count: 0, elapsedMs };
    failures.set(recipient, { ...first, count: first.count + 1 });
    const thisLifeMs = elapsedMs - first.elapsedMs;
    if (first.elapsedMs < SECOND_MS || thisLifeMs >= SLOW_AFTER_MS) return pauseMs;
    return Math.min(LONGEST_MS, SECOND_MS * 2 ** first.count);
  },
});
