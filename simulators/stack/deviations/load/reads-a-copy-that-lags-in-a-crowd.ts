import type { Movement } from '../../ledger/movement.ts';
import { ledgerEntry } from '../../ledger/query.ts';
import { Crowd, every } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

/** In a crowd every fifth change of a movement is not seen by who consults the ledger, until the next. */
export default defineDeviation({
  name: 'reads-a-copy-that-lags-in-a-crowd',
  violates: ['LED-003'],
  why: 'the ledger is read from a copy that takes up changes when it has time, and gives up those it could not',
  underLoad: { foundBy: ['acknowledged-but-not-in-ledger'] },
  perStack: () => {
    const crowd = new Crowd();
    const isMissed = every(5);
    const copy = new Map<string, Movement>();
    return {
      onIntake: crowd.onIntake,
      onLedger: (movement) => {
        const missed = copy.has(movement.reference) && crowd.isThere && isMissed();
        if (!missed) copy.set(movement.reference, movement);
        return movement;
      },
      onQuery: (answer, { movement, by }) => {
        const seen = movement && by === undefined ? copy.get(movement.reference) : undefined;
        return seen && answer['outcome'] !== 'REJECTED' ? ledgerEntry(seen) : answer;
      },
    };
  },
});
