import { defineDeviation } from '../deviation.ts';

/** A message goes to whatever recipient it names, were it one that its type does not allow. */
export default defineDeviation({
  name: 'delivers-wherever-it-is-told',
  violates: ['RTE-011'],
  why: 'the recipient is looked up, not compared with what the type of message allows',
  onFindings: (findings) => findings.filter(({ code }) => code !== 'RECIPIENT_NOT_ALLOWED'),
});
