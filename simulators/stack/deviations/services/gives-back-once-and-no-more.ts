import { defineDeviation } from '../deviation.ts';

/** A register that is down when a movement ends never hears that it did. */
export default defineDeviation({
  name: 'gives-back-once-and-no-more',
  violates: ['SRV-026'],
  why: 'giving back is tried when the movement ends: later there is no reason to',
  onServiceOutcome: (outcome, { task }) =>
    task.kind === 'give-back' && outcome.kind === 'failure'
      ? { kind: 'answer', body: null, keptUntil: null }
      : outcome,
});
