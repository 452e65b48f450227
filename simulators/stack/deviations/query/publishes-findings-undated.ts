import { defineDeviation } from '../deviation.ts';

/** The ledger shows findings without the instant at which they were raised. */
export default defineDeviation({
  name: 'publishes-findings-undated',
  violates: ['LED-004'],
  why: 'the date of a finding is that of the mail that told it',
  onPublish: (body) => {
    const findings = body['findings'] as Record<string, unknown>[] | undefined;
    return findings ? { ...body, findings: findings.map(({ raisedAt: _, ...rest }) => rest) } : body;
  },
});
