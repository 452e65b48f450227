import { defineDeviation } from '../deviation.ts';

/** Another truck is taken for another movement, and the old one is given up. */
export default defineDeviation({
  name: 'ends-the-movement-at-transhipment',
  violates: ['INC-006'],
  why: 'the plate is part of the key of a movement',
  onLedger: (movement, received) =>
    received?.name === 'IncidentNotice' && received.message.payload['newVehicle']
      ? { ...movement, state: 'CANCELLED' }
      : movement,
});
