import { Crowd, every } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';
import { cursorOf, ShiftedCursors, under } from '../shifted-cursors.ts';

/** In a crowd the queue of a country leaves out a position now and then. */
export default defineDeviation({
  name: 'skips-cursors-in-a-crowd',
  violates: ['DLV-001'],
  why: 'cursors come from a sequence, and a transaction that is rolled back does not give its own back',
  underLoad: { foundBy: ['cursor-gap'] },
  perStack: () => {
    const crowd = new Crowd();
    const isSkipped = every(100);
    const cursors = new ShiftedCursors();
    return {
      onIntake: crowd.onIntake,
      onQueued: (taken, { recipient, cursor }) => {
        if (crowd.isThere && isSkipped()) cursors.giveNext(recipient);
        cursors.queued(recipient, cursor);
        return taken;
      },
      onDelivery: (request) => under(request, cursors.shown(request.recipient, cursorOf(request))),
    };
  },
});
