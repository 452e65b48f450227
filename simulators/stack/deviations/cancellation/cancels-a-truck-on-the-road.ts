import { defineDeviation } from '../deviation.ts';

/** A movement can still be cancelled when it has passed a border. */
export default defineDeviation({
  name: 'cancels-a-truck-on-the-road',
  violates: ['CAN-003'],
  why: 'cancellation is checked against the end of the movement only',
  onTransition: (to, { movement, on }) =>
    on === 'CancellationNotice' && movement?.state === 'IN_TRANSIT' ? 'CANCELLED' : to,
});
