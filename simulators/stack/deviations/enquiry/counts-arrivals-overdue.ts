import { defineDeviation } from '../deviation.ts';

/** A truck that has arrived becomes overdue when its time limit passes. */
export default defineDeviation({
  name: 'counts-arrivals-overdue',
  violates: ['ENQ-011'],
  why: 'the limit is a job over all movements, whatever their state',
  onTransition: (to, { on }) => to ?? (on === 'timer:limitDate' ? 'OVERDUE' : null),
});
