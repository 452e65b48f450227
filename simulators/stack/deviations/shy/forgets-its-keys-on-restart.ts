import { repetitionOf } from '../../../../profile/order.ts';
import { digestOf } from '../../outbox/work.ts';
import { defineDeviation } from '../deviation.ts';

/** Keys that came since this process started. */
const known = new Set<string>();
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
    const repeated = earlier !== null && repetitionOf(earlier.digest, digestOf(message)) === 'replay';
    return repeated && !known.has(`${message['sender']} ${message['messageId']}`) ? null : earlier;
  },
  onRefusal: (findings, { message }) =>
    known.has(`${message.sender} ${message.messageId}`)
      ? findings
      : findings.filter(({ code }) => !REPEATED.has(code)),
  onAnswer: (answer, received) => {
    if (received) known.add(`${received.message.sender} ${received.message.messageId}`);
    return answer;
  },
});
