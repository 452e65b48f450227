import { defineDeviation } from '../deviation.ts';

/** A truck that is held back counts as in transit. */
export default defineDeviation({
  name: 'overlooks-the-hold',
  violates: ['INC-001'],
  why: 'the incident is a report for the file',
  onTransition: (to, { movement, on }) =>
    on === 'IncidentNotice' && to === 'SUSPENDED' ? (movement?.state ?? to) : to,
});
