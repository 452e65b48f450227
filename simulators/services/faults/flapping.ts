import { defineServiceFault } from './service-fault.ts';

/** The service comes and goes: so many calls of each request fail before one is answered. */
export const flapping = defineServiceFault<{ failures: number; status?: number }>({
  name: 'flapping',
  french: 'répond par intermittence',
  times: ({ failures }) => failures,
  spoil: (_answer, { status = 503 }) => ({
    status,
    text: 'en maintenance',
    headers: { 'Content-Type': 'text/plain' },
  }),
});
