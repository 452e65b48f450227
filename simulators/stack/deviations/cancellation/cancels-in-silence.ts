import { defineDeviation } from '../deviation.ts';

/** The other countries go on waiting for a cancelled movement. */
export default defineDeviation({
  name: 'cancels-in-silence',
  violates: ['CAN-004'],
  why: 'what will not come need not be announced',
  onRoute: (deliveries, { name }) => (name === 'CancellationNotice' ? [] : deliveries),
});
