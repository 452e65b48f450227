import { Crowd } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';
import { cursorOf, ShiftedCursors, under } from '../shifted-cursors.ts';

/** In a crowd a delivery whose answer was lost goes to the end of the queue, as a new one. */
export default defineDeviation({
  name: 'queues-a-retry-anew',
  violates: ['DLV-001'],
  why: 'a worker has no time to wait, and puts what failed back in the queue as if it had just come',
  underLoad: { foundBy: ['told-twice'] },
  perStack: () => {
    const crowd = new Crowd();
    const cursors = new ShiftedCursors();
    const anew = new Map<string, number>();
    return {
      onIntake: crowd.onIntake,
      onQueued: (taken, { recipient, cursor }) => {
        cursors.queued(recipient, cursor);
        return taken;
      },
      onDelivery: (request) => {
        const { recipient, headers } = request;
        const cursor = cursorOf(request);
        const key = `${recipient} ${cursor}`;
        const isRetry = Number(headers['Corridor-Attempt']) > 1;
        if (isRetry && crowd.isThere && !anew.has(key)) anew.set(key, cursors.giveNext(recipient));
        return under(request, anew.get(key) ?? cursors.shown(recipient, cursor));
      },
    };
  },
});
