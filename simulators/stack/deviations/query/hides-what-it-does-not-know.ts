import { defineDeviation } from '../deviation.ts';

/** A movement that does not exist is told as one that may not be seen. */
export default defineDeviation({
  name: 'hides-what-it-does-not-know',
  violates: ['LED-006'],
  why: 'nobody shall learn which references exist',
  onProblem: (problem) =>
    problem['code'] === 'NOT_FOUND' ? { ...problem, status: 403, code: 'NOT_AUTHORISED' } : problem,
});
