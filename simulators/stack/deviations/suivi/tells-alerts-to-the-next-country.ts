import { defineDeviation } from '../deviation.ts';

/** An alert goes to the country that the truck has yet to enter. */
export default defineDeviation({
  name: 'tells-alerts-to-the-next-country',
  violates: ['TRK-002'],
  why: 'the country ahead is the one that is thought to act',
  onTerritory: (country, report, { legs }) => {
    const countries = [...new Set(legs.map(({ office }) => office.slice(0, 2)))];
    const warned = report !== null && report.alerts.length > 0;
    return (warned ? countries[countries.indexOf(country) + 1] : undefined) ?? country;
  },
});
