import { defineDeviation } from '../deviation.ts';

/** A movement whose duties are claimed stays under enquiry. */
export default defineDeviation({
  name: 'recovers-on-paper',
  violates: ['ENQ-006'],
  why: 'recovery is the business of another department',
  onTransition: (to, { movement, on }) => (on === 'RecoveryNotice' ? (movement?.state ?? to) : to),
});
