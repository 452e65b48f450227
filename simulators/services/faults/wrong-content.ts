import { defineServiceFault } from './service-fault.ts';

/** The service answers JSON that is not of the agreed schema. */
export const wrongContent = defineServiceFault<{ times?: number }>({
  name: 'wrong-content',
  french: 'répond autre chose que ce qui est convenu',
  times: ({ times = Number.POSITIVE_INFINITY }) => times,
  spoil: () => ({ status: 200, body: { resultat: 'OK' } }),
});
