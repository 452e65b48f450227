import { defineDeviation } from '../deviation.ts';

/** Messages that have waited for a version. */
const waited = new Set<string>();

/** The missing version comes, and the message that waited for it never takes effect. */
export default defineDeviation({
  name: 'forgets-what-waited',
  violates: ['ORD-003'],
  why: 'what waits is kept in a table that nobody reads',
  onOrder: (wait, { message }) => {
    if (wait === 'gap') waited.add(message.messageId);
    return waited.has(message.messageId) ? 'gap' : wait;
  },
});
