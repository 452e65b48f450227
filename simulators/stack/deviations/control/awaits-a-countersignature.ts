import { defineDeviation } from '../deviation.ts';

/** A satisfactory result leaves the movement arrived. */
export default defineDeviation({
  name: 'awaits-a-countersignature',
  violates: ['CTL-001'],
  why: 'a result counts when the inspector has signed it too',
  onTransition: (to, { movement, on }) =>
    on === 'ControlResult' && movement?.state === 'ARRIVED' && to === 'CONTROLLED' ? 'ARRIVED' : to,
});
