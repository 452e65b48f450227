import { defineDeviation } from '../deviation.ts';

/** A fault is refused with the right layer and the wrong code. */
export default defineDeviation({
  name: 'refuses-for-the-wrong-reason',
  violates: ['ERR-005', 'ERR-006'],
  why: 'all faults of form share one code',
  onFindings: (findings) => findings.map((finding) => ({ ...finding, code: 'PATTERN' })),
});
