import { every, LONG_QUEUE } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

/** Of what is queued behind forty other deliveries every twentieth stays there until a restart. */
export default defineDeviation({
  name: 'leaks-from-a-long-queue',
  violates: ['DLV-004'],
  why: 'workers are woken by a channel that holds so much and no more; what is written while it is full wakes nobody',
  underLoad: { foundBy: ['backlog-drained'] },
  perStack: () => {
    const isLeft = every(20);
    return { onQueued: (taken, { waiting }) => taken && !(waiting >= LONG_QUEUE && isLeft()) };
  },
});
