import { defineDeviation } from '../deviation.ts';

/** Only the country of departure hears of passages and arrivals. */
export default defineDeviation({
  name: 'tells-the-departure-alone',
  violates: ['RTE-010'],
  why: 'passage and arrival are reports to the office of departure, as on paper',
  onRoute: (deliveries, { name }, movement) =>
    name === 'BorderPassage' || name === 'ArrivalNotice'
      ? deliveries.filter((country) => country === movement?.owner)
      : deliveries,
});
