import { defineDeviation } from '../deviation.ts';

/** Only the country where the truck is hears of it. */
export default defineDeviation({
  name: 'tells-the-country-of-the-truck-alone',
  violates: ['TRK-032'],
  why: 'whoever released the truck is taken to be done with it',
  onRoute: (deliveries, { name, message }) =>
    name === 'TrackingEvent' && message.payload['kind'] === 'POSITION'
      ? deliveries.filter((country) => country === message.payload['territory'])
      : deliveries,
});
