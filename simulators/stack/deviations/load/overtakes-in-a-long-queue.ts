import { LONG_QUEUE } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

/** Behind forty other deliveries the order about one movement is not kept. */
export default defineDeviation({
  name: 'overtakes-in-a-long-queue',
  violates: ['DLV-003'],
  why: 'when a queue gets long, more workers are put on it, and each takes what comes next',
  underLoad: { foundBy: ['delivered-out-of-order'] },
  onOrderKey: (key, { cursor, waiting }) => (waiting >= LONG_QUEUE ? `${key}:${cursor}` : key),
});
