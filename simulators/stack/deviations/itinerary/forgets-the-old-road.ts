import { defineDeviation } from '../deviation.ts';

/** A country that the truck will not cross any more is not told. */
export default defineDeviation({
  name: 'forgets-the-old-road',
  violates: ['ITI-003'],
  why: 'recipients are those of the itinerary in force when the message goes out',
  onRoute: (deliveries, { name }, movement) =>
    name === 'ItineraryChange' ? deliveries.filter((seat) => movement?.countries.includes(seat)) : deliveries,
});
