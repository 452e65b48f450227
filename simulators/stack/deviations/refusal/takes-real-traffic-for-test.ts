import { defineDeviation } from '../deviation.ts';

/** A real message enters the test environment. */
export default defineDeviation({
  name: 'takes-real-traffic-for-test',
  violates: ['TST-001'],
  why: 'the test indicator is filed, not read',
  onFindings: (findings) => findings.filter(({ code }) => code !== 'REAL_MESSAGE_REFUSED'),
});
