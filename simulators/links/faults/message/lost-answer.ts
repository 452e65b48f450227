import { defineMessageFault, type MessageValues, messageValues } from '../define-fault.ts';
import { outcome } from '../words.ts';

/** The request arrives and takes effect; the sender never learns it and must repeat it unchanged (P03). */
export default defineMessageFault<MessageValues>({
  name: 'lost-answer',
  french: ['perd les réponses'],
  blocks: true,
  values: messageValues,
  begin: () => ({
    pass: async (request, onward, became) => {
      const answer = await onward(request);
      became(`${outcome(answer)} lost`, { answered: answer?.status });
      return undefined;
    },
  }),
});
