import { defineDeviation } from '../deviation.ts';

const TWO_DAYS_MS = 48 * 3_600_000;

/** A message that took 71 h is marked late. */
export default defineDeviation({
  name: 'marks-late-after-two-days',
  violates: ['DLV-019'],
  why: 'the working hours of an office were counted, not hours',
  onLate: (late, { message, receivedAt }) =>
    late || receivedAt - Date.parse(message.preparedAt) > TWO_DAYS_MS,
});
