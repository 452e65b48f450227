import { defineDeviation } from '../deviation.ts';

/** A message refused at sight of the movement goes to the road all the same. */
export default defineDeviation({
  name: 'forwards-what-it-refuses',
  violates: ['RTE-009'],
  why: 'routing and judging read from the same queue, each for itself',
  onRoute: (told, { message }, movement) =>
    told.length > 0 || !movement ? told : movement.countries.filter((country) => country !== message.sender),
});
