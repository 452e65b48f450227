import { defineDeviation } from '../deviation.ts';

/** A second partial discharge is refused. */
export default defineDeviation({
  name: 'discharges-in-parts-once',
  violates: ['DIS-021'],
  why: 'the first part is a state, and a state is entered once',
  onTransition: (to, { movement }) =>
    movement?.state === 'PARTIALLY_DISCHARGED' && to === 'PARTIALLY_DISCHARGED' ? null : to,
});
