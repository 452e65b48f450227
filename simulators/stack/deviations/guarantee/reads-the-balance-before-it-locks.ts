import { defineDeviation } from '../deviation.ts';

/** Reservations under way by message id, and movements whose reservation began while another was under way. */
const underWay = new Set<string>();
const together = new Set<unknown>();

function begin(bytes: Buffer): void {
  const text = bytes.toString('utf8');
  if (!text.includes('"RESERVE"')) return;
  const { messageId, payload } = JSON.parse(text) as {
    messageId: string;
    payload: { transitReference?: string };
  };
  if (underWay.size > 0) together.add(payload.transitReference);
  underWay.add(messageId);
}

/** Of two reservations asked for at once both are accepted, beyond the amount. */
export default defineDeviation({
  name: 'reads-the-balance-before-it-locks',
  violates: ['GUA-015'],
  why: 'the balance is read at the start of a request and written at its end',
  onSubmission: (submission) => {
    begin(submission.bytes);
    return submission;
  },
  onGuarantee: (result, { operation, transitReference }) =>
    operation === 'RESERVE' && together.has(transitReference)
      ? { ...result, accepted: true, reasons: [] }
      : result,
  onAnswer: (answer, received) => {
    if (received) underWay.delete(received.message.messageId);
    return answer;
  },
});
