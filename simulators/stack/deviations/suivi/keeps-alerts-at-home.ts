import { defineDeviation } from '../deviation.ts';

/** An alert is told to the country of departure alone. */
export default defineDeviation({
  name: 'keeps-alerts-at-home',
  violates: ['TRK-002'],
  why: 'the country that pays for the device reads its alerts',
  onRoute: (deliveries, { name, message }, movement) =>
    name === 'TrackingEvent' && message.payload['kind'] === 'ALERT'
      ? deliveries.filter((seat) => seat === movement?.owner)
      : deliveries,
});
