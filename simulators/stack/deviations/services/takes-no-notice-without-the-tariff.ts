import type { TransitNoticePayload } from '../../../../profile/messages/transit-notice.ts';
import { defineDeviation } from '../deviation.ts';

/** Paths of the tariff that were answered. */
const answered = new Set<string | undefined>();
const refused = { code: 'OUT_OF_SEQUENCE', pointer: '/messageType', reason: 'Le tarif ne répond pas.' };

/** A notice is refused as long as the tariff has not said yes to its goods. */
export default defineDeviation({
  name: 'takes-no-notice-without-the-tariff',
  violates: ['SRV-001'],
  why: 'the declaration is checked against the tariff where it comes in',
  onServiceOutcome: (outcome, { task }) => {
    if (task.kind === 'lookup' && outcome.kind === 'answer')
      answered.add(task.question.path.split('?', 1)[0]);
    return outcome;
  },
  onRefusal: (findings, { name, message }) => {
    if (name !== 'TransitNotice' || findings.length > 0) return findings;
    const { items } = message.payload as unknown as TransitNoticePayload;
    return items.every(({ hsCode }) => answered.has(`/tariff/${hsCode}`)) ? findings : [...findings, refused];
  },
});
