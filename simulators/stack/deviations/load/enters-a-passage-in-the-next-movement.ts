import type { BookEvent } from '../../ledger/movement.ts';
import { Crowd, every } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

/** In a crowd every twentieth passage is entered as that of the movement before. */
export default defineDeviation({
  name: 'enters-a-passage-in-the-next-movement',
  violates: ['LED-010'],
  why: 'the event that is being built hangs on the connection, and two requests share it',
  underLoad: { foundBy: ['acknowledged-but-not-in-ledger'] },
  perStack: () => {
    const crowd = new Crowd();
    const isMixed = every(20);
    let last: { readonly reference: string; readonly event: BookEvent } | undefined;
    return {
      onIntake: crowd.onIntake,
      onLedger: (movement, received) => {
        const event = movement.events.at(-1);
        if (received?.name !== 'BorderPassage' || !event) return movement;
        const before = last;
        last = { reference: movement.reference, event };
        if (!before || before.reference === movement.reference || !crowd.isThere || !isMixed())
          return movement;
        return { ...movement, events: [...movement.events.slice(0, -1), before.event] };
      },
    };
  },
});
