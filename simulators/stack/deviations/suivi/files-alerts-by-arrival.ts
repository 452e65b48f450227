import { defineDeviation } from '../deviation.ts';

/** A report with an alert stands in the journey where it came in, before what the device has said since. */
export default defineDeviation({
  name: 'files-alerts-by-arrival',
  violates: ['TRK-054'],
  why: 'an alert is news, and news is what came last',
  onPlace: (at, { alerts, receivedAt }) => (alerts.length > 0 ? receivedAt : at),
});
