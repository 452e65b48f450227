import { defineDeviation } from '../deviation.ts';

/** An incident that was closed leaves the movement suspended. */
export default defineDeviation({
  name: 'never-closes-an-incident',
  violates: ['INC-002'],
  why: 'there is a status for opening, and none for closing',
  onTransition: (to, { movement, on }) =>
    on === 'IncidentNotice' && movement?.state === 'SUSPENDED' ? 'SUSPENDED' : to,
});
