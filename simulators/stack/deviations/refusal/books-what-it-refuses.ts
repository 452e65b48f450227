import { defineDeviation } from '../deviation.ts';

/** A message that the state forbids is refused, and stands in the book all the same. */
export default defineDeviation({
  name: 'books-what-it-refuses',
  violates: ['ERR-015'],
  why: 'the line is written first and the judgement after it',
  onRefused: (movement, { message, receivedAt }) => ({
    ...movement,
    events: [
      ...movement.events,
      {
        messageId: message.messageId,
        messageType: message.messageType,
        sender: message.sender,
        occurredAt: message.preparedAt,
        receivedAt: new Date(receivedAt).toISOString(),
        late: false,
      },
    ],
  }),
});
