import { defineDeviation } from '../deviation.ts';

/** Movements whose limit was fixed since this process started. */
const watched = new Set<string>();

/**
 * A time limit that was fixed before a restart passes unnoticed.
 *
 * Provoked by: notice and release; the stack stopped and started again; the time limit passed by the test clock.
 */
export default defineDeviation({
  name: 'forgets-its-timers-on-restart',
  violates: ['ENQ-001', 'ENQ-002'],
  why: 'time limits are alarms of the process',
  shy: true,
  onTimer: (dueAt, { kind, reference }) => {
    if (kind === 'limit-date') watched.add(reference);
    return dueAt;
  },
  onTime: (due, { kind, reference }) => due && (kind !== 'limit-date' || watched.has(reference)),
});
