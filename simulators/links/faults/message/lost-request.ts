import { defineMessageFault, type MessageValues, messageValues } from '../define-fault.ts';

/** The request never arrives: nothing takes effect, and the sender, whose connection breaks, must repeat it. */
export default defineMessageFault<MessageValues>({
  name: 'lost-request',
  french: ['perd les messages'],
  blocks: true,
  values: messageValues,
  begin: () => ({
    pass: async (_request, _onward, became) => {
      became('request lost');
      return undefined;
    },
  }),
});
