import { defineDeviation } from '../deviation.ts';

/**
 * An incident that is closed leaves a truck suspended that was refused at a border.
 *
 * Provoked by: notice, release, a refused passage, a closed incident.
 */
export default defineDeviation({
  name: 'never-forgives-a-refusal-by-incident',
  violates: ['INC-002'],
  why: 'each suspension is lifted by the message that belongs to it',
  shy: true,
  onTransition: (to, { movement, on }) => {
    if (on !== 'IncidentNotice' || movement?.state !== 'SUSPENDED') return to;
    const suspending = movement.events.findLast(
      ({ messageType, outcome }) => messageType === 'AT06' || outcome === 'REFUSED',
    );
    return suspending?.outcome === 'REFUSED' ? 'SUSPENDED' : to;
  },
});
