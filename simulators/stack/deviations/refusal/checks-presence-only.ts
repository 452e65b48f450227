import { defineDeviation } from '../deviation.ts';

const ofValues: ReadonlySet<string> = new Set([
  'WRONG_TYPE',
  'TOO_LONG',
  'TOO_SHORT',
  'TOO_MANY',
  'TOO_FEW',
  'OUT_OF_BOUNDS',
  'PATTERN',
  'BAD_DATE',
]);

/** A value of the wrong type, length, number or form is let through. */
export default defineDeviation({
  name: 'checks-presence-only',
  violates: ['ERR-018', 'ERR-019', 'ERR-020', 'ERR-021', 'ERR-022', 'ERR-023'],
  why: 'the values are left to the database',
  onFindings: (findings) => findings.filter(({ code }) => !ofValues.has(code)),
});
