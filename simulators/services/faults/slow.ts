import { defineServiceFault } from './service-fault.ts';

/** The service is slow, and right: the answer comes within the time limit. */
export const slow = defineServiceFault<{ ms: number }>({
  name: 'slow',
  french: 'répond lentement',
  keepsShape: true,
  spoil: (answer, { ms }) => ({ ...answer, delayMs: ms }),
});
