import { finding } from '../../ledger/step.ts';
import { defineDeviation } from '../deviation.ts';

const owners = new Map<string, string>();

/** An id used by one administration is taken from all others. */
export default defineDeviation({
  name: 'mixes-up-senders',
  violates: ['KEY-006'],
  why: 'the key of a message is its id alone',
  onFindings: (findings, { messageId, sender }) => {
    const owner = owners.get(String(messageId)) ?? String(sender);
    owners.set(String(messageId), owner);
    return owner === sender ? findings : [...findings, finding('DUPLICATE_ID')];
  },
});
