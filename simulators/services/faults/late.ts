import { defineServiceFault, takesEffect } from './service-fault.ts';

/**
 * The service answers after the time limit: right, and too late. Real time; the clock of the stack is moved meanwhile.
 * With `done` only what it does for the first time: done, and the answer comes late.
 */
export const late = defineServiceFault<{ ms: number; times?: number; done?: boolean }>({
  name: 'late',
  french: 'répond après le délai',
  keepsShape: true,
  times: ({ times = Number.POSITIVE_INFINITY, done }) => (done ? undefined : times),
  spoil: (answer, { ms, done }, right) =>
    done && !takesEffect(right) ? undefined : { ...answer, delayMs: ms },
});
