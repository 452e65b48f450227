import { publicEvents } from '../../ledger/movement.ts';
import { defineDeviation } from '../deviation.ts';

/** A query for the state alone is answered with notice and events. */
export default defineDeviation({
  name: 'answers-all-it-knows',
  violates: ['QRY-004'],
  why: 'the scope is not read',
  onQuery: (answer, { movement, by }) =>
    by && movement && answer['outcome'] === 'FOUND'
      ? {
          ...answer,
          movement: {
            ...(answer['movement'] as object),
            notice: movement.notice,
            events: publicEvents(movement),
          },
        }
      : answer,
});
