import { defineDeviation } from '../deviation.ts';

/** What a service does not know is asked again and again. */
export default defineDeviation({
  name: 'asks-again-after-a-refusal',
  violates: ['SRV-007'],
  why: 'every status but 200 goes the way of an error',
  onServiceOutcome: (outcome) =>
    outcome.kind === 'refusal'
      ? { kind: 'failure', status: outcome.status, reason: `status ${outcome.status}` }
      : outcome,
});
