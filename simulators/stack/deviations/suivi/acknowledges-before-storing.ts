import { defineDeviation } from '../deviation.ts';

/** A device is answered when its report has come, before it is stored. */
export default defineDeviation({
  name: 'acknowledges-before-storing',
  violates: ['TRK-039'],
  why: 'an answer that waits for the disk makes devices send again',
  onAcknowledge: () => 'received',
});
