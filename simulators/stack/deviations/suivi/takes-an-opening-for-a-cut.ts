import { defineDeviation } from '../deviation.ts';

/** Any opening of the seal is told as a cut. */
export default defineDeviation({
  name: 'takes-an-opening-for-a-cut',
  violates: ['TRK-053'],
  why: 'the seal is closed or it is broken',
  onTrackingEvents: (events) =>
    events.map(({ authorised, ...event }) => {
      if (event.alert === 'SEAL_OPEN') return { ...event, alert: 'LOCK_CUT' as const };
      return authorised === undefined ? event : { ...event, authorised };
    }),
});
