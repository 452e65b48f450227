import { defineServiceFault, takesEffect } from './service-fault.ts';

/**
 * The service is down: the connection breaks, or something in front of it answers with this status. With `done` only what
 * it does for the first time: done, and the answer is lost.
 */
export const down = defineServiceFault<{ status?: number; times?: number; done?: boolean }>({
  name: 'down',
  french: 'est en panne',
  times: ({ times = Number.POSITIVE_INFINITY, done }) => (done ? undefined : times),
  spoil: (_answer, { status, done }, right) => {
    if (done && !takesEffect(right)) return undefined;
    const headers = { 'Content-Type': 'text/plain' };
    return status === undefined
      ? { status: 200, broken: 'CONNECTION_RESET_BY_PEER' }
      : { status, text: 'service indisponible', headers };
  },
});
