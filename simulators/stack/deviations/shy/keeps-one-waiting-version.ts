import { defineDeviation } from '../deviation.ts';

/** The first message that waited, by movement; whatever else waits is never taken up. */
const first = new Map<string, string>();
const lost = new Set<string>();

/**
 * Of two messages that wait for the same missing version the later one is lost.
 *
 * Provoked by: a notice (version 1); two amendments (versions 3 and 4); the release (version 2).
 */
export default defineDeviation({
  name: 'keeps-one-waiting-version',
  violates: ['ORD-003'],
  why: 'there is one place for a message that waits for a version',
  shy: true,
  onOrder: (wait, { conversation, message: { messageId } }) => {
    if (wait === 'gap') {
      const kept = first.get(conversation) ?? messageId;
      first.set(conversation, kept);
      if (kept !== messageId) lost.add(messageId);
    }
    return lost.has(messageId) ? 'gap' : wait;
  },
});
