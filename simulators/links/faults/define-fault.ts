import { z } from 'zod';
import type { MessageFault, StreamFault } from '../link.ts';

/** Types a fault of the stream. */
export const defineStreamFault = <Values>(fault: Omit<StreamFault<Values>, 'kind'>): StreamFault<Values> => ({
  kind: 'stream',
  ...fault,
});

/** Types a fault of messages. */
export const defineMessageFault = <Values>(
  fault: Omit<MessageFault<Values>, 'kind'>,
): MessageFault<Values> => ({ kind: 'message', ...fault });

/** Whole milliseconds, at most a day: longer is told in test-clock time, by whoever begins and ends the fault. */
export const milliseconds = z.int().min(0).max(86_400_000);

/** Which way bytes are struck; both by default, as on a road or a satellite. */
export const way = z.enum(['there', 'back', 'both']).default('both');

/** Which messages a fault of messages meets: those chosen by chance, at most so many, of these requests. */
export const messageValues = z.strictObject({
  probability: z.number().min(0).max(1).default(1),
  /** Absent: no limit. */
  count: z.int().min(1).optional(),
  /** `messages`: what is posted or put. `questions`: what is asked (GET). The default lets questions pass. */
  of: z.enum(['messages', 'questions', 'all']).default('messages'),
});
export type MessageValues = z.infer<typeof messageValues>;
