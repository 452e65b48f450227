import { defineDeviation } from '../deviation.ts';

/** A page of the proxy in place of the answer ends the question. */
export default defineDeviation({
  name: 'takes-any-content-for-an-answer',
  violates: ['SRV-009'],
  why: '200 is 200',
  onServiceOutcome: (outcome) =>
    outcome.kind === 'failure' && outcome.status === 200
      ? { kind: 'refusal', status: 200, problem: null }
      : outcome,
});
