import { defineDeviation } from '../deviation.ts';

/** A passage that becomes known after arrival puts the movement back in transit. */
export default defineDeviation({
  name: 'sends-the-arrived-truck-back',
  violates: ['PAS-008'],
  why: 'the state is that of the last message',
  onTransition: (to, { movement, on }) =>
    on === 'BorderPassage' && movement?.state === 'ARRIVED' ? 'IN_TRANSIT' : to,
});
