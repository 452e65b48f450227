import { defineDeviation } from '../deviation.ts';

/** An amended notice is delivered to nobody. */
export default defineDeviation({
  name: 'amends-in-silence',
  violates: ['AMD-002'],
  why: 'what is amended is in the ledger for whoever looks',
  onRoute: (deliveries, { message }) => (message.payload['status'] === 'AMENDED' ? [] : deliveries),
});
