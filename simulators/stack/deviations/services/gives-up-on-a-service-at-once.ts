import { defineDeviation } from '../deviation.ts';

/** One failure, and the question is forgotten. */
export default defineDeviation({
  name: 'gives-up-on-a-service-at-once',
  violates: ['SRV-008', 'SRV-009'],
  why: 'the scheduler of tomorrow night will find it, it was said',
  onServiceRetry: (pauseMs, { task }) => (task.kind === 'lookup' ? null : pauseMs),
});
