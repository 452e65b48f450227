import { defineDeviation } from '../deviation.ts';

/** A breakdown repaired on the spot suspends the movement. */
export default defineDeviation({
  name: 'holds-at-every-incident',
  violates: ['INC-003'],
  why: 'an incident is an incident',
  onTransition: (to, { movement, on }) =>
    on === 'IncidentNotice' && to === movement?.state ? 'SUSPENDED' : to,
});
