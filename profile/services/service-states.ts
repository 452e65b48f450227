import { z } from 'zod';
import { instant } from '../envelope/envelope.ts';
import { serviceNames } from './service-names.ts';

/** `GET /v0/services` of a hub (optional): how it gets on with each service that it asks. */
export const serviceStates = z.object({
  services: z.array(
    z.object({
      name: z.enum(serviceNames),
      /** closed: asks; open: asks nothing until its pause is over; half-open: asks once to see. */
      breaker: z.enum(['closed', 'open', 'half-open']),
      /** Requests that have no usable answer yet. */
      openJobs: z.int().min(0),
      /** When the last usable answer came; absent before the first. */
      lastAnswerAt: instant.optional(),
    }),
  ),
});
export type ServiceStates = z.infer<typeof serviceStates>;
