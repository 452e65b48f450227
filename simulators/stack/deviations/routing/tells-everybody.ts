import { defineDeviation } from '../deviation.ts';

/** Every participant hears of every movement, on its road or not. */
export default defineDeviation({
  name: 'tells-everybody',
  violates: ['RTE-003', 'RTE-005'],
  why: 'a broadcast is simpler than a routing table',
  onRoute: (deliveries, { message }) =>
    message.recipient === 'route'
      ? ['TG', 'BF', 'ML', 'NE'].filter((seat) => seat !== message.sender)
      : deliveries,
});
