import { defineDeviation } from '../deviation.ts';

/** A movement cancelled before release stays registered. */
export default defineDeviation({
  name: 'cancels-at-night',
  violates: ['CAN-001'],
  why: 'cancellations are booked by a nightly job',
  onTransition: (to, { movement, on }) =>
    on === 'CancellationNotice' && movement?.state === 'REGISTERED' ? 'REGISTERED' : to,
});
