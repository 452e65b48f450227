import { defineDeviation } from '../deviation.ts';

/** Any message may be addressed to anybody. */
export default defineDeviation({
  name: 'delivers-wherever-it-is-told',
  violates: ['RTE-011'],
  why: 'the recipient is a matter of the queue, which asks nothing',
  onFindings: (findings) => findings.filter(({ code }) => code !== 'RECIPIENT_NOT_ALLOWED'),
});
