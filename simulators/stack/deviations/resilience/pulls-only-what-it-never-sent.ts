import { defineDeviation } from '../deviation.ts';

/** By recipient, the cursors that were tried. */
const tried = new Map<string, Set<number>>();

/** A country that pulls again what it has lost gets nothing: it was sent already. */
export default defineDeviation({
  name: 'pulls-only-what-it-never-sent',
  violates: ['RES-008'],
  why: 'a message leaves the queue when it is delivered, and the pull reads the queue',
  onDelivery: (request) => {
    const { recipient, headers } = request;
    const known = tried.get(recipient) ?? new Set();
    tried.set(recipient, known.add(Number(headers['Corridor-Cursor'])));
    return request;
  },
  onPull: (page, { seat }) => ({
    ...page,
    entries: page.entries.filter(({ cursor }) => !tried.get(seat)?.has(cursor)),
  }),
});
