import { defineDeviation } from '../deviation.ts';

/** An answer from the tariff of another year counts, and one about another year too. */
export default defineDeviation({
  name: 'reads-any-edition',
  violates: ['SRV-010'],
  why: 'the field with the edition is not read',
  onServiceOutcome: (outcome) =>
    outcome.kind === 'failure' && /^wrong (edition|year)/.test(outcome.reason)
      ? { kind: 'answer', body: outcome.body, keptUntil: null }
      : outcome,
});
