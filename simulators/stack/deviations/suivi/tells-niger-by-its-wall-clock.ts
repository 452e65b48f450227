import { defineDeviation } from '../deviation.ts';

const HOUR_MS = 3_600_000;

/** What happens in Niger is told in local time, an hour ahead, and called UTC. */
export default defineDeviation({
  name: 'tells-niger-by-its-wall-clock',
  violates: ['TRK-035'],
  why: 'instants are written as the officer on the spot reads them',
  onTrackingEvents: (events) =>
    events.map((event) =>
      event.territory === 'NE'
        ? { ...event, recordedAt: new Date(Date.parse(event.recordedAt) + HOUR_MS).toISOString() }
        : event,
    ),
});
