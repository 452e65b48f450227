import { defineDeviation } from '../deviation.ts';

/** The first time limit of each movement, ms since the epoch. */
const firstLimit = new Map<string, number>();

/** The time limit is watched at its first instant, extended or not. */
export default defineDeviation({
  name: 'forgets-the-extension',
  violates: ['ENQ-021'],
  why: 'the watch is set at release and never again',
  onTimer: (dueAt, { kind, reference }) => {
    if (kind !== 'limit-date' || dueAt === null) return dueAt;
    const first = firstLimit.get(reference) ?? dueAt;
    firstLimit.set(reference, first);
    return first;
  },
});
