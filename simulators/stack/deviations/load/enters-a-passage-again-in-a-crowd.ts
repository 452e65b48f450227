import { messages } from '../../../../profile/messages/messages.ts';
import { repetitionOf } from '../../../../profile/order.ts';
import { digestOf } from '../../outbox/work.ts';
import { Crowd } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

const PASSAGE = messages.BorderPassage.wireCode;
const keyOf = ({ sender, messageId }: Readonly<Record<string, unknown>>): string => `${sender} ${messageId}`;

/** In a crowd a passage that is repeated takes effect again, once: it stands in the ledger twice, and is delivered twice. */
export default defineDeviation({
  name: 'enters-a-passage-again-in-a-crowd',
  violates: ['KEY-002'],
  why: 'the index of keys is brought up to date when there is a moment of rest',
  underLoad: { foundBy: ['in-ledger-without-cause', 'told-twice'] },
  perStack: () => {
    const crowd = new Crowd();
    /** Keys in the index. */
    const known = new Set<string>();
    const again = new Set<string>();
    return {
      onIntake: crowd.onIntake,
      onDuplicate: (earlier, message) => {
        const key = keyOf(message);
        const repeated = earlier !== null && repetitionOf(earlier.digest, digestOf(message)) === 'replay';
        if (!repeated || message['messageType'] !== PASSAGE || known.has(key) || !crowd.isThere)
          return earlier;
        known.add(key);
        again.add(key);
        return null;
      },
      onRefusal: (findings, { message }) =>
        again.has(`${message.sender} ${message.messageId}`)
          ? findings.filter(({ code }) => code !== 'ALREADY_PASSED')
          : findings,
      onAnswer: (answer, received) => {
        if (received && !crowd.isThere) known.add(`${received.message.sender} ${received.message.messageId}`);
        return answer;
      },
    };
  },
});
