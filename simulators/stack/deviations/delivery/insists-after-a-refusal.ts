import { defineDeviation } from '../deviation.ts';

/** A delivery that its recipient refused is sent again and again. */
export default defineDeviation({
  name: 'insists-after-a-refusal',
  violates: ['DLV-005'],
  why: 'only 2xx counts as an end',
  onDelivered: (outcome, { status }) => (status === 409 || status === 422 ? 'again' : outcome),
});
