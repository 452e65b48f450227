import { defineDeviation } from '../deviation.ts';

/** Numbers of events leave out every other one. */
export default defineDeviation({
  name: 'counts-events-by-two',
  violates: ['TRK-041'],
  why: 'two servers share the numbers, and only one is running',
  onTrackingEvents: (events) => events.map((event) => ({ ...event, deviceSeq: event.deviceSeq * 2 - 1 })),
});
