import { defineDeviation } from '../deviation.ts';

/** A pull gives the newest message first. */
export default defineDeviation({
  name: 'pulls-the-newest-first',
  violates: ['DLV-006'],
  why: 'the page is what a screen would show',
  onPull: (page) => ({ ...page, entries: [...page.entries].reverse() }),
});
