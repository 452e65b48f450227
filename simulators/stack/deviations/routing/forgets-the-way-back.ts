import { defineDeviation } from '../deviation.ts';

/** On the way back to Lomé Togo is told of nothing. */
export default defineDeviation({
  name: 'forgets-the-way-back',
  violates: ['RTE-012'],
  why: 'the coast is known as a place of departure only',
  onRoute: (deliveries, _received, movement) =>
    movement?.legs.at(-1)?.country === 'TG' ? deliveries.filter((country) => country !== 'TG') : deliveries,
});
