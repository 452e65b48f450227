import type { z } from 'zod';
import { defineMessageFault, messageValues, milliseconds } from '../define-fault.ts';
import { Held } from '../held.ts';

const values = messageValues.extend({
  /** How long; absent: until the fault ends. */
  ms: milliseconds.optional(),
});

/** The request is kept on the way and arrives late; the sender's connection breaks, so that it may have repeated it by then. */
export default defineMessageFault<z.infer<typeof values>>({
  name: 'hold-back',
  french: ['retient les messages'],
  blocks: true,
  values,
  begin: ({ ms }, _random, limits) => {
    const held = new Held(limits);
    return {
      pass: async (request, onward, became) => {
        held.hold({ request, onward, became }, 'held back', ms);
        return undefined;
      },
      end: () => held.letAllGo(),
    };
  },
});
