import { z } from 'zod';
import { instant, messageId } from '../../envelope/envelope.ts';
import { officeCode } from '../../identifiers/office-code.ts';

/** One line of the book about a movement: which message, from whom, when it happened, when it came. */
export const movementEvent = z.strictObject({
  messageId,
  /** Wire code, e.g. `AT05`. */
  messageType: z.string(),
  sender: z.string(),
  occurredAt: instant,
  receivedAt: instant,
  office: officeCode.optional(),
  direction: z.enum(['EXIT', 'ENTRY']).optional(),
  /** Prepared more than 72 h before it was received (P06). */
  late: z.boolean(),
});
export type MovementEvent = z.infer<typeof movementEvent>;
