import { hasEnded } from '../../ledger/ended.ts';
import { finding } from '../../ledger/step.ts';
import { defineDeviation } from '../deviation.ts';

/** Once a movement is over, nothing of it is taken any more, whenever it happened. */
export default defineDeviation({
  name: 'shuts-its-ears-at-the-end',
  violates: ['TRK-086'],
  why: 'the state is looked at, not the time of the event',
  onRefusal: (findings, { name }, movement) =>
    name === 'TrackingEvent' && movement && hasEnded(movement) ? [finding('MOVEMENT_ENDED')] : findings,
});
