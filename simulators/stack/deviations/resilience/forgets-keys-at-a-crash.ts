import { defineDeviation } from '../deviation.ts';

/** Keys of this life. */
const known = new Set<string>();

/** An identifier that was used before the hub was killed may be used for something else after. */
export default defineDeviation({
  name: 'forgets-keys-at-a-crash',
  violates: ['KEY-003'],
  why: 'keys are kept in a cache that a start empties',
  onAnswer: (answer, received) => {
    if (received) known.add(`${received.message.sender} ${received.message.messageId}`);
    return answer;
  },
  onDuplicate: (earlier, message) =>
    known.has(`${message['sender']} ${message['messageId']}`) ? earlier : null,
});
