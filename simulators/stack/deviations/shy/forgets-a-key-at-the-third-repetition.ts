import { repetitionOf } from '../../../../profile/order.ts';
import { digestOf } from '../../outbox/work.ts';
import { defineDeviation } from '../deviation.ts';

/** How often each key was answered. */
const answered = new Map<string, number>();
const REPEATED = new Set(['DUPLICATE_MOVEMENT', 'ALREADY_PASSED']);
const isForgotten = (sender: unknown, messageId: unknown): boolean =>
  answered.get(`${sender} ${messageId}`) === 3;

/**
 * The third repetition of a message is taken for new.
 *
 * Provoked by: notice, release and a passage; the same passage three times more, unchanged.
 */
export default defineDeviation({
  name: 'forgets-a-key-at-the-third-repetition',
  violates: ['KEY-001'],
  shy: true,
  why: 'a key is let go of when it was found three times',
  onDuplicate: (earlier, message) => {
    const repeated = earlier !== null && repetitionOf(earlier.digest, digestOf(message)) === 'replay';
    return repeated && isForgotten(message['sender'], message['messageId']) ? null : earlier;
  },
  onRefusal: (findings, { message }) =>
    isForgotten(message.sender, message.messageId)
      ? findings.filter(({ code }) => !REPEATED.has(code))
      : findings,
  onAnswer: (answer, received) => {
    if (!received) return answer;
    const key = `${received.message.sender} ${received.message.messageId}`;
    answered.set(key, (answered.get(key) ?? 0) + 1);
    return answer;
  },
});
