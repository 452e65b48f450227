import { defineDeviation } from '../deviation.ts';

const WAITING = new Set(['OVERDUE', 'SUSPENDED']);

/** A truck that is late or held cannot be discharged before it was looked for. */
export default defineDeviation({
  name: 'wants-an-enquiry-before-the-loss',
  violates: ['DIS-020'],
  why: 'force majeure is a branch of the enquiry in the manual',
  onTransition: (to, { movement, on }) =>
    on === 'DischargeNotice' && WAITING.has(movement?.state ?? '') ? null : to,
});
