import { defineDeviation } from '../deviation.ts';

/** Movements discharged from suspension. */
const suspended = new Set<string>();

/**
 * Discharge by force majeure of a movement that is suspended leaves its amount reserved.
 *
 * Provoked by: a guarantee registered and reserved; notice, release, an incident with hold, a discharge
 * FORCE_MAJEURE.
 */
export default defineDeviation({
  name: 'holds-the-guarantee-of-the-suspended',
  violates: ['GUA-022'],
  why: 'a hold is put on the guarantee too, and the discharge does not look for one',
  shy: true,
  onTransition: (to, { movement, on }) => {
    if (on === 'DischargeNotice' && movement?.state === 'SUSPENDED') suspended.add(movement.reference);
    return to;
  },
  onReservation: (change, { conversation }) =>
    suspended.has(conversation) ? { ...change, release: false } : change,
});
