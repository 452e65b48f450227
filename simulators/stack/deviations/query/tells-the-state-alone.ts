import { defineDeviation } from '../deviation.ts';

/** A query is answered with the state, and no events. */
export default defineDeviation({
  name: 'tells-the-state-alone',
  violates: ['QRY-001'],
  why: 'the events are in another table',
  onQuery: (answer) => {
    const { events: _, ...movement } = (answer['movement'] ?? {}) as Record<string, unknown>;
    return answer['outcome'] === 'FOUND' ? { ...answer, movement } : answer;
  },
});
