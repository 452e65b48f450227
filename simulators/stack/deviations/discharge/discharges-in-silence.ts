import { defineDeviation } from '../deviation.ts';

/** The other countries never learn that the movement is discharged. */
export default defineDeviation({
  name: 'discharges-in-silence',
  violates: ['DIS-007'],
  why: 'the discharge concerns the declarant, who is at home',
  onRoute: (deliveries, { name }) => (name === 'DischargeNotice' ? [] : deliveries),
});
