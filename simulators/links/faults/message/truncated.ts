import { z } from 'zod';
import { defineMessageFault, messageValues } from '../define-fault.ts';
import { outcome, side } from '../words.ts';

const values = messageValues.extend({
  /** What arrives of the body, 0 to 1. */
  share: z.number().min(0).max(1).default(0.5),
  /** What is cut short: the request or its answer. */
  side,
});

/** Only the beginning arrives, its length made to fit, as a relay does that forwards what it has. */
export default defineMessageFault<z.infer<typeof values>>({
  name: 'truncated',
  french: ['tronque les messages'],
  blocks: true,
  values,
  begin: ({ share, side }) => {
    const cut = (body: Buffer): Buffer => body.subarray(0, Math.floor(body.length * share));
    return {
      pass: async (request, onward, became) => {
        const body = side === 'request' ? cut(request.body) : request.body;
        const answer = await onward({ ...request, body });
        became(`${side} truncated, ${outcome(answer)}`, side === 'request' ? { arrived: body } : undefined);
        return answer && side === 'answer' ? { ...answer, body: cut(answer.body) } : answer;
      },
    };
  },
});
