import { defineDeviation } from '../deviation.ts';

/** What was closed by hand counts as discharged. */
export default defineDeviation({
  name: 'takes-closing-for-discharge',
  violates: ['DIS-006'],
  why: 'there is one way to end a movement',
  onTransition: (to, { on }) => (on === 'DischargeNotice' && to === 'CLOSED_MANUALLY' ? 'DISCHARGED' : to),
});
