import { defineDeviation } from '../deviation.ts';

/** What was not answered when the hub died is never asked again. */
export default defineDeviation({
  name: 'forgets-open-questions-on-restart',
  violates: ['SRV-021'],
  why: 'questions are a queue in memory',
  onTakeUp: (_from, { next }) => next,
});
