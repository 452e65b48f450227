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
      became(`${outcome(await onward(request))} lost`);
      return undefined;
    },
  }),
});
