import { defineDeviation } from '../deviation.ts';

/** A message may be dated in the future. */
export default defineDeviation({
  name: 'takes-tomorrows-messages',
  violates: ['TIM-004'],
  why: 'preparedAt is filed, not compared with a clock',
  onFindings: (findings) => findings.filter(({ code }) => code !== 'FUTURE_DATED'),
});
