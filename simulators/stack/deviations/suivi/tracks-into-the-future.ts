import { defineDeviation } from '../deviation.ts';

/** An event of tomorrow is delivered today. */
export default defineDeviation({
  name: 'tracks-into-the-future',
  violates: ['TRK-029'],
  why: 'times of devices are nobody’s business but theirs',
  onFindings: (findings, { messageType }) =>
    messageType === 'AT17' ? findings.filter(({ code }) => code !== 'FUTURE_DATED') : findings,
});
