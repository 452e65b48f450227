import { defineDeviation } from '../deviation.ts';

/** A release brings a cancelled movement back to life. */
export default defineDeviation({
  name: 'revives-a-cancelled-movement',
  violates: ['CAN-005'],
  why: 'cancelled is a flag beside the state, and the release reads the state',
  onTransition: (to, { movement, on }) =>
    on === 'DepartureRelease' && movement?.state === 'CANCELLED' ? 'RELEASED' : to,
});
