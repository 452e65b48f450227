import { defineDeviation } from '../deviation.ts';

/** A result before arrival is taken. */
export default defineDeviation({
  name: 'controls-on-the-road',
  violates: ['CTL-005'],
  why: 'the goods were seen, wherever they were',
  onTransition: (to, { movement, on }) =>
    on === 'ControlResult' && movement?.state === 'IN_TRANSIT' ? 'CONTROLLED' : to,
});
