import { z } from 'zod';
import { defineMessageFault, messageValues } from '../define-fault.ts';
import { outcome } from '../words.ts';

const values = messageValues.extend({
  /** How often it arrives more than it was sent. */
  copies: z.int().min(1).max(10).default(1),
});

/** The request arrives more than once, unchanged; the sender hears the first answer. */
export default defineMessageFault<z.infer<typeof values>>({
  name: 'duplicate',
  french: ['double les messages'],
  blocks: false,
  values,
  begin: ({ copies }) => ({
    pass: async (request, onward, became) => {
      const first = await onward(request);
      const more: string[] = [];
      for (let copy = 0; copy < copies; copy += 1) more.push(outcome(await onward(request)));
      became(
        `${outcome(first)}, then of ${copies === 1 ? 'a copy' : `${copies} copies`}: ${more.join(', ')}`,
      );
      return first;
    },
  }),
});
