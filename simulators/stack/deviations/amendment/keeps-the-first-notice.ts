import type { TransitNoticePayload } from '../../../../profile/messages/transit-notice.ts';
import { defineDeviation } from '../deviation.ts';

/** The first notice of each movement. */
const first = new Map<string, TransitNoticePayload>();

/** An amended notice is filed, and the first one stays in force. */
export default defineDeviation({
  name: 'keeps-the-first-notice',
  violates: ['AMD-001', 'AMD-004'],
  why: 'the notice is stored once, under its reference',
  onLedger: (movement) => {
    const notice = first.get(movement.reference) ?? movement.notice;
    first.set(movement.reference, notice);
    return { ...movement, notice };
  },
});
