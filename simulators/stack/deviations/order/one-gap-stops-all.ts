import { defineDeviation } from '../deviation.ts';

let waiting = false;

/** Once a message waits, those about every other movement wait too. */
export default defineDeviation({
  name: 'one-gap-stops-all',
  violates: ['ORD-011'],
  why: 'messages wait in one queue, in order of reception',
  onOrder: (wait) => {
    waiting ||= wait !== null;
    return waiting ? (wait ?? 'gap') : null;
  },
});
