import { defineDeviation } from '../deviation.ts';

/** The answer of a country of departure to one asker reaches all the others too. */
export default defineDeviation({
  name: 'answers-to-everybody',
  violates: ['QRY-007', 'RTE-007'],
  why: 'the answer is published on a topic that all listen to',
  onRoute: (deliveries, { name, message }) =>
    name === 'MovementResponse'
      ? ['TG', 'BF', 'ML', 'NE'].filter((seat) => seat !== message.sender)
      : deliveries,
});
