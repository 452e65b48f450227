import { defineDeviation } from '../deviation.ts';

/** A message that the state forbids is dropped, and its sender never learns it. */
export default defineDeviation({
  name: 'swallows-functional-refusals',
  violates: ['ERR-009', 'ERR-010'],
  why: 'the refusal is logged at the hub',
  onTell: (recipients, { messageType }) => (messageType === 'AT92' ? [] : recipients),
});
