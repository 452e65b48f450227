import { defineDeviation } from '../deviation.ts';

/** A message that took more than 72 h is delivered as if it were fresh. */
export default defineDeviation({
  name: 'marks-nothing-late',
  violates: ['DLV-018', 'LED-009'],
  why: 'the age of a message is not looked at',
  onLate: () => false,
});
