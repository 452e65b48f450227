import { defineDeviation } from '../deviation.ts';

/** The message that was early last, and those that it pushed out. */
let waiting: { readonly movement: string; readonly messageId: string } | null = null;
const lost = new Set<string>();

/**
 * Of two movements with an early message each, the one whose message came first loses it.
 *
 * Provoked by: a passage of a movement not yet announced; a passage of another; notice and release of the first.
 */
export default defineDeviation({
  name: 'waits-for-one-movement-at-a-time',
  violates: ['ORD-006'],
  why: 'what waits is kept in one place, not in one per movement',
  shy: true,
  onOrder: (wait, { conversation: movement, message: { messageId } }) => {
    if (lost.has(messageId)) return 'early';
    if (wait !== 'early') return wait;
    if (waiting !== null && waiting.movement !== movement) lost.add(waiting.messageId);
    waiting = { movement, messageId };
    return wait;
  },
});
