import { repetitionOf } from '../../../../profile/order.ts';
import { digestOf } from '../../outbox/work.ts';
import { defineDeviation } from '../deviation.ts';

/** Keys that came since this process started. */
const known = new Set<string>();
/** Keys of messages that it takes for new, though it has them. */
const forgotten = new Set<string>();
const REPEATED = new Set(['DUPLICATE_MOVEMENT', 'ALREADY_PASSED']);

/**
 * A message repeated after a restart is taken for new.
 *
 * Provoked by: notice, release and a passage; the stack stopped and started again; the same passage, unchanged.
 */
export default defineDeviation({
  name: 'forgets-its-keys-on-restart',
  violates: ['KEY-001', 'KEY-002'],
  why: 'keys are held in memory, the archive is not searched',
  shy: true,
  onDuplicate: (earlier, message) => {
    const key = `${message['sender']} ${message['messageId']}`;
    const repeated = earlier !== null && repetitionOf(earlier.digest, digestOf(message)) === 'replay';
    if (!repeated || known.has(key)) return earlier;
    forgotten.add(key);
    return null;
  },
  onRefusal: (findings, { message }) =>
    forgotten.has(`${message.sender} ${message.messageId}`)
      ? findings.filter(({ code }) => !REPEATED.has(code))
      : findings,
  onAnswer: (answer, received) => {
    if (received) known.add(`${received.message.sender} ${received.message.messageId}`);
    return answer;
  },
});
