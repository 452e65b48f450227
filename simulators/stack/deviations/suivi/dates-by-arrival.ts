import { defineDeviation } from '../deviation.ts';

/** Events carry the instant at which the platform learnt of them. */
export default defineDeviation({
  name: 'dates-by-arrival',
  violates: ['TRK-036'],
  why: 'the clock of the server is trusted more than that of the device',
  onTrackingEvents: (events) => events.map((event) => ({ ...event, recordedAt: event.receivedAt })),
});
