import { defineDeviation } from '../deviation.ts';

/** The sender of a message receives it back. */
export default defineDeviation({
  name: 'echoes-to-the-sender',
  violates: ['RTE-002'],
  why: 'the sender is on the itinerary too, and nobody takes it out',
  onRoute: (deliveries, { message }) =>
    message.recipient === 'route' ? [...deliveries, message.sender] : deliveries,
});
