import { z } from 'zod';
import { defineMessageFault, messageValues } from '../define-fault.ts';
import { Held } from '../held.ts';

const values = messageValues.extend({
  /** One message at a time is overtaken, by so many others. */
  by: z.int().min(1).max(100).default(1),
});

/** A request is overtaken by those that come after it; its sender's connection breaks, as when a relay keeps it. */
export default defineMessageFault<z.infer<typeof values>>({
  name: 'reorder',
  french: ["change l'ordre des messages"],
  blocks: true,
  values,
  begin: ({ by }, _random, limits) => {
    const held = new Held(limits);
    let passed = 0;
    const overtake = async (): Promise<void> => {
      passed += 1;
      if (passed >= by) await held.letAllGo();
    };
    return {
      pass: async (request, onward, became) => {
        if (held.count > 0) {
          const answer = await onward(request);
          became('overtook what was held');
          await overtake();
          return answer;
        }
        passed = 0;
        held.hold({ request, onward, became }, 'held to be overtaken');
        return undefined;
      },
      passed: overtake,
      end: () => held.letAllGo(),
    };
  },
});
