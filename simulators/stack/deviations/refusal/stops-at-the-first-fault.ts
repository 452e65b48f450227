import { defineDeviation } from '../deviation.ts';

/** Of several faults only the first is told. */
export default defineDeviation({
  name: 'stops-at-the-first-fault',
  violates: ['ERR-007'],
  why: 'validation throws at the first fault',
  onFindings: (findings) => findings.slice(0, 1),
});
