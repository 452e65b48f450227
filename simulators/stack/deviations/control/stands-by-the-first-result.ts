import { defineDeviation } from '../deviation.ts';

/** A corrected result is filed, and the first one stays in force. */
export default defineDeviation({
  name: 'stands-by-the-first-result',
  violates: ['CTL-004'],
  why: 'a result is an act, and an act is not corrected',
  onTransition: (to, { movement, on }) =>
    on === 'ControlResult' && movement && movement.state !== 'ARRIVED' ? movement.state : to,
});
