import { defineDeviation } from '../deviation.ts';

/** A truck whose time is over stays in transit. */
export default defineDeviation({
  name: 'overlooks-the-time-limit',
  violates: ['ENQ-001', 'ENQ-002'],
  why: 'the limit is shown, not watched',
  onTimer: (dueAt, { kind }) => (kind === 'limit-date' ? null : dueAt),
});
