import { defineDeviation } from '../deviation.ts';

/** A second notice under a registered reference takes the place of the first. */
export default defineDeviation({
  name: 'replaces-a-registered-movement',
  violates: ['ERR-030'],
  why: 'a notice is written with insert or update, whichever works',
  onTransition: (to, { movement, on }) => (on === 'TransitNotice' && movement ? (to ?? movement.state) : to),
  onRefusal: (findings) => findings.filter(({ code }) => code !== 'DUPLICATE_MOVEMENT'),
});
