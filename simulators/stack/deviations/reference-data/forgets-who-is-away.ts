import type { ReferenceDataNoticePayload } from '../../../../profile/messages/reference-data-notice.ts';
import { defineDeviation } from '../deviation.ts';

/** End of the last absence that each country announced, ms since the epoch. */
const awayUntil = new Map<string, number>();

/** What is submitted during an announced absence is never delivered to the absent country. */
export default defineDeviation({
  name: 'forgets-who-is-away',
  violates: ['REF-006'],
  why: 'whoever is away is taken off the list of recipients',
  onRoute: (deliveries, { name, message, receivedAt }) => {
    const { content } = message.payload as unknown as ReferenceDataNoticePayload;
    if (name === 'ReferenceDataNotice' && content.kind === 'UNAVAILABILITY')
      awayUntil.set(message.sender, Date.parse(content.until ?? '9999-12-31'));
    return deliveries.filter((seat) => (awayUntil.get(seat) ?? 0) <= receivedAt);
  },
});
