import { defineDeviation } from '../deviation.ts';

const DAY_MS = 86_400_000;

/** Whether the next day is in another month. */
const isLastDay = (instantMs: number): boolean =>
  new Date(instantMs).getUTCMonth() !== new Date(instantMs + DAY_MS).getUTCMonth();

/**
 * A time limit on the last day of a month never passes.
 *
 * Provoked by: a notice; a release whose limitDate is on the last day of a month (UTC); that instant passed.
 */
export default defineDeviation({
  name: 'has-no-last-day-of-the-month',
  violates: ['ENQ-001', 'ENQ-002'],
  why: 'the limit is rounded up to the day after, and there is no day 32',
  shy: true,
  onTimer: (dueAt, { kind }) => (kind === 'limit-date' && dueAt !== null && isLastDay(dueAt) ? null : dueAt),
});
