import type { z } from 'zod';
import { heldReservation, registeredGuarantee, reservationRequest } from '../services/guarantee-register.ts';
import { serviceProblem } from '../services/service-problems.ts';
import { lookups } from '../services/services.ts';

/** A body of a national service, as it is published. */
export interface ServiceShape {
  readonly schema: z.ZodType;
  readonly title: string;
}

/** Every body of a national service by the name under which it is published (docs/profile/services.md). */
export const serviceShapes: Readonly<Record<string, ServiceShape>> = {
  ...Object.fromEntries(
    lookups.map(({ name, answer }) => [
      name,
      { schema: answer, title: `Answer of ${name}, services section 1` },
    ]),
  ),
  guarantee: {
    schema: registeredGuarantee,
    title: 'A guarantee in the register of its guarantor, services section 5',
  },
  'reservation-request': { schema: reservationRequest, title: 'What shall be reserved, services section 5' },
  reservation: { schema: heldReservation, title: 'A reservation that is held, services section 5' },
  problem: { schema: serviceProblem, title: 'Refusal of a service, services section 6' },
};
