import { defineDeviation } from '../deviation.ts';

/** After a transshipment the movement still has its old seals. */
export default defineDeviation({
  name: 'keeps-the-old-seals',
  violates: ['INC-005'],
  why: 'the seals of a transshipment stand in the report, not in the record',
  onLedger: (movement, received) =>
    received?.name === 'IncidentNotice'
      ? { ...movement, seals: movement.releasedSeals ?? movement.seals }
      : movement,
});
