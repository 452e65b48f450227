import { finding } from '../../ledger/step.ts';
import { defineDeviation } from '../deviation.ts';

/** An entry that is received before its exit is refused. */
export default defineDeviation({
  name: 'insists-on-the-exit-first',
  violates: ['PAS-003'],
  why: 'the state machine has one step for each side',
  onRefusal: (findings, { name, message }, movement) => {
    if (name !== 'BorderPassage' || !movement || message.payload['direction'] !== 'ENTRY') return findings;
    const place = movement.legs.findIndex(({ office }) => office === message.payload['office']);
    const exit = movement.legs[place - 1]?.office;
    const told = movement.events.some(({ office, direction }) => office === exit && direction === 'EXIT');
    return told ? findings : [...findings, finding('OUT_OF_SEQUENCE')];
  },
});
