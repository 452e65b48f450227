import { defineDeviation } from '../deviation.ts';

/** All deliveries to a country stand in one line, whatever movement they are about. */
export default defineDeviation({
  name: 'one-line-a-country',
  violates: ['DLV-016'],
  why: 'one ordered topic for each recipient',
  onOrderKey: () => 'all',
});
