import { defineServiceFault } from './service-fault.ts';

/** The service says 200 and nothing else. */
export const emptyBody = defineServiceFault<{ times?: number }>({
  name: 'empty-body',
  french: 'répond sans rien dire',
  times: ({ times = Number.POSITIVE_INFINITY }) => times,
  spoil: () => ({ status: 200 }),
});
