import { defineDeviation } from '../deviation.ts';

/** The guarantee register does not say which movements an amount is reserved for. */
export default defineDeviation({
  name: 'publishes-no-reservations',
  violates: ['LED-008'],
  why: 'a balance is all that a bank would show',
  onPublish: (body) => ('guaranteeReference' in body ? { ...body, reservations: [] } : body),
});
