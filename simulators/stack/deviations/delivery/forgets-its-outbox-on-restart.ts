import { defineDeviation } from '../deviation.ts';

/** After a restart nothing that was queued is delivered. */
export default defineDeviation({
  name: 'forgets-its-outbox-on-restart',
  violates: ['DLV-017', 'DLV-020'],
  why: 'the queue is in memory',
  onRestart: () => [],
});
