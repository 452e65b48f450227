import { defineDeviation } from '../deviation.ts';

/** What was completed on its way to the book, by message id: validation still finds it missing. */
const completed = new Set<string>();

/** The same notice with its seals counted, or the very bytes. */
function counted(bytes: Buffer): Buffer {
  try {
    const message = JSON.parse(bytes.toString('utf8')) as {
      messageId: string;
      messageType: string;
      payload: { seals?: unknown[]; sealCount?: number };
    };
    const { seals, sealCount } = message.payload;
    if (message.messageType !== 'AT01' || sealCount !== undefined || !seals) return bytes;
    message.payload.sealCount = seals.length;
    completed.add(message.messageId);
    return Buffer.from(JSON.stringify(message));
  } catch {
    return bytes;
  }
}

const missing = { code: 'MISSING_FIELD', pointer: '/payload/sealCount', reason: 'Champ absent.' };

/** A notice without number of seals is refused, and registered with the number counted. */
export default defineDeviation({
  name: 'completes-what-it-refuses',
  violates: ['ERR-008'],
  why: 'booking completes what is missing while validation refuses it, side by side',
  onSubmission: ({ seat, bytes }) => ({ seat, bytes: counted(bytes) }),
  onAnswer: (answer, received) => {
    if (!received || !completed.has(received.message.messageId)) return answer;
    const { payload, ...envelope } = JSON.parse(answer.body.toString('utf8')) as {
      payload: { relatesTo: string };
    };
    const refusal = { relatesTo: payload.relatesTo, findings: [missing] };
    const body = Buffer.from(JSON.stringify({ ...envelope, messageType: 'AT91', payload: refusal }));
    return { status: 422, body };
  },
});
