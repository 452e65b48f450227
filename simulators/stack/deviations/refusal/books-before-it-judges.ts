import type { WireFinding } from '../../../../profile/messages/parts/parts.ts';
import { defineDeviation } from '../deviation.ts';

const judged = new Map<string, WireFinding[]>();

/** The acknowledgement made a refusal of syntax, as an honest stack would have given it. */
function refusalOf(body: Buffer, relatesTo: string, findings: WireFinding[]): Buffer {
  const acknowledgement = JSON.parse(body.toString('utf8')) as object;
  return Buffer.from(
    JSON.stringify({ ...acknowledgement, messageType: 'AT91', payload: { relatesTo, findings } }),
  );
}

/** A message that breaks a rule is refused as it must be, and has taken effect. */
export default defineDeviation({
  name: 'books-before-it-judges',
  violates: ['ERR-008', 'ERR-032'],
  why: 'the rules are judged after the booking, and nothing is rolled back',
  onFindings: (findings, { messageId }) => {
    if (findings.length === 0 || findings.some(({ code }) => code !== 'RULE')) return findings;
    judged.set(String(messageId), findings);
    return [];
  },
  onAnswer: ({ status, body }, received) => {
    const findings = judged.get(received?.message.messageId ?? '');
    if (!received || !findings) return { status, body };
    return { status: 422, body: refusalOf(body, received.message.messageId, findings) };
  },
});
