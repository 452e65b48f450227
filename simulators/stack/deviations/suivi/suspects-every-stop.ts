import { defineDeviation } from '../deviation.ts';

/** Any stop is told, in a town and before an office too. */
export default defineDeviation({
  name: 'suspects-every-stop',
  violates: ['TRK-057'],
  why: 'speed 0 is all that is looked at',
  onActive: (alerts, { speedKmh }) =>
    speedKmh === 0 && !alerts.includes('UNAUTHORISED_STOP') ? [...alerts, 'UNAUTHORISED_STOP'] : alerts,
});
