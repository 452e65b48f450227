import { defineDeviation } from '../deviation.ts';

/** Messages that were early. */
const waited = new Set<string>();

/** Notice and release come, and the passage that was there before them is forgotten. */
export default defineDeviation({
  name: 'forgets-the-early-ones',
  violates: ['ORD-006'],
  why: 'what came too early is expected to come again',
  onOrder: (wait, { message }) => {
    if (wait === 'early') waited.add(message.messageId);
    return waited.has(message.messageId) ? 'early' : wait;
  },
});
