import { defineDeviation } from '../deviation.ts';

/** After a failed delivery the next one about the same movement goes first. */
export default defineDeviation({
  name: 'overtakes-on-retry',
  violates: ['DLV-003'],
  why: 'failed deliveries go to the end of the queue',
  onOrderKey: (key, { cursor }) => `${key}:${cursor}`,
});
