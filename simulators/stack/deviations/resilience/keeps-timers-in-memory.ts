import { defineDeviation } from '../deviation.ts';

/** Timers set in this life. */
const set = new Set<string>();

/** A timer that was set before the hub was killed falls due and nothing happens. */
export default defineDeviation({
  name: 'keeps-timers-in-memory',
  violates: ['RES-004'],
  why: 'what is to be done later is a timer of the process',
  onTimer: (dueAt, { kind, reference }) => {
    set.add(`${kind} ${reference}`);
    return dueAt;
  },
  onTime: (due, { kind, reference }) => due && set.has(`${kind} ${reference}`),
});
