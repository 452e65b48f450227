import { defineDeviation } from '../deviation.ts';

/** A dead letter is published by its message id alone. */
export default defineDeviation({
  name: 'publishes-bare-dead-letters',
  violates: ['DLV-024'],
  why: 'the list was made to be counted',
  onPublish: (body) => {
    const { deadLetters } = body as { deadLetters?: { messageId: string }[] };
    return Array.isArray(deadLetters)
      ? { ...body, deadLetters: deadLetters.map(({ messageId }) => ({ messageId })) }
      : body;
  },
});
