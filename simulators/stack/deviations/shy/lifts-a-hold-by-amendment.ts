import { defineDeviation } from '../deviation.ts';

/**
 * An amended notice puts a truck that is held back in transit.
 *
 * Provoked by: notice, release, an incident with hold, an amended notice (the driver).
 */
export default defineDeviation({
  name: 'lifts-a-hold-by-amendment',
  violates: ['AMD-001'],
  why: 'saving the form anew sets the status that the form has by default',
  shy: true,
  onTransition: (to, { movement, on }) =>
    on === 'TransitNotice' && movement?.state === 'SUSPENDED' && to !== null ? 'IN_TRANSIT' : to,
});
