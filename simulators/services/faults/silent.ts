import { SILENCE_MS } from '../wiremock/stub.ts';
import { defineServiceFault } from './service-fault.ts';

/** The service lets its caller in and says nothing until the caller gives up; whoever never does hears in the end that it is of no use. */
export const silent = defineServiceFault<{ times?: number }>({
  name: 'silent',
  french: 'est muet',
  times: ({ times = Number.POSITIVE_INFINITY }) => times,
  spoil: () => ({
    status: 504,
    text: 'muet',
    headers: { 'Content-Type': 'text/plain' },
    delayMs: SILENCE_MS,
  }),
});
