import { defineDeviation } from '../deviation.ts';

/** A country off the road learns of a movement when it asks. */
export default defineDeviation({
  name: 'answers-strangers',
  violates: ['QRY-002', 'LED-005'],
  why: 'whoever knows the reference may read',
  onQuery: (answer, { movement }) =>
    movement && answer['rejection'] === 'NOT_AUTHORISED'
      ? {
          outcome: 'FOUND',
          movement: {
            transitReference: movement.reference,
            state: movement.state,
            movementVersion: movement.version,
          },
        }
      : answer,
});
