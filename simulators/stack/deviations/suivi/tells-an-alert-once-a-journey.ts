import { defineDeviation } from '../deviation.ts';

const told = new Set<string>();

/** An alert that was told once of a movement is not told of it again. */
export default defineDeviation({
  name: 'tells-an-alert-once-a-journey',
  violates: ['TRK-052'],
  why: 'alerts are rows with a unique key of movement and code',
  onTrackingEvents: (events) =>
    events.filter(({ transitReference, alert }) => {
      const key = `${transitReference} ${alert}`;
      if (alert === undefined || !told.has(key)) return told.add(key);
      return false;
    }),
});
