import { z } from 'zod';
import { code } from '../../code-lists/code.ts';
import { controlResults } from '../../code-lists/code-lists.ts';
import { instant } from '../../envelope/envelope.ts';
import { difference, text } from './parts.ts';

/** Result of the control at destination. A5 and B1 need differences or remarks (R16, NCTS C0930). */
export const controlOutcome = z.strictObject({
  controlledAt: instant,
  result: code(controlResults),
  differences: z.array(difference).max(999),
  remarks: text(512).optional(),
});
export type ControlOutcome = z.infer<typeof controlOutcome>;
