import { defineDeviation } from '../deviation.ts';

/** Only the border of the country of departure counts. */
export default defineDeviation({
  name: 'counts-one-border',
  violates: ['TRK-062'],
  why: 'a truck is at home or abroad',
  onActive: (alerts, _report, { owner, countries }) => {
    const first = countries.find((country) => country !== owner);
    return alerts.filter(
      (alert) => !alert.startsWith('CROSSED_BORDER ') || alert === `CROSSED_BORDER ${first}`,
    );
  },
});
