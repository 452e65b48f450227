import { defineDeviation } from '../deviation.ts';

/** Only the country of departure hears of an incident. */
export default defineDeviation({
  name: 'tells-incidents-to-the-owner',
  violates: ['INC-004'],
  why: 'an incident concerns the office that released the truck',
  onRoute: (deliveries, { name }, movement) =>
    name === 'IncidentNotice' ? deliveries.filter((country) => country === movement?.owner) : deliveries,
});
