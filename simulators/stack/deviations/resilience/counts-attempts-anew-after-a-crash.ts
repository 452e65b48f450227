import { defineDeviation } from '../deviation.ts';

/** Attempts of this life, by recipient and cursor. */
const attempts = new Map<string, number>();

/** After a crash the next attempt says that it is the first. */
export default defineDeviation({
  name: 'counts-attempts-anew-after-a-crash',
  violates: ['DLV-002'],
  why: 'the number of attempts is kept in memory',
  onDelivery: (request) => {
    const key = `${request.recipient} ${request.headers['Corridor-Cursor']}`;
    const count = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, count);
    return { ...request, headers: { ...request.headers, 'Corridor-Attempt': String(count) } };
  },
});
