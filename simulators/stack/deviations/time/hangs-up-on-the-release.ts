import { defineDeviation } from '../deviation.ts';

/** A release is booked, and its sender never gets an answer. */
export default defineDeviation({
  name: 'hangs-up-on-the-release',
  violates: ['TIM-002'],
  why: 'the answer waits for all deliveries, and what stands between cuts the link first',
  onLink: (kept, { bytes }) => kept && !bytes.includes('"AT02"'),
});
