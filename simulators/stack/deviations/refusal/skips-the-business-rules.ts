import { defineDeviation } from '../deviation.ts';

/** A message that contradicts itself is let through. */
export default defineDeviation({
  name: 'skips-the-business-rules',
  violates: ['ERR-012', 'ERR-013', 'ERR-032', 'CTL-007', 'DIS-010', 'REF-008'],
  why: 'what the schema accepts is accepted',
  onFindings: (findings) => findings.filter(({ code }) => code !== 'RULE'),
});
