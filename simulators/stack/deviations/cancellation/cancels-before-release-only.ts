import { defineDeviation } from '../deviation.ts';

/** A released movement that has passed no border cannot be cancelled. */
export default defineDeviation({
  name: 'cancels-before-release-only',
  violates: ['CAN-002'],
  why: 'the release is final in the national system',
  onTransition: (to, { movement, on }) =>
    on === 'CancellationNotice' && movement?.state === 'RELEASED' ? null : to,
});
