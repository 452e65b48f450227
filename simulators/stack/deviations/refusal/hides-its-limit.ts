import { defineDeviation } from '../deviation.ts';

/** A body that is too large is told as a bad request. */
export default defineDeviation({
  name: 'hides-its-limit',
  violates: ['ERR-002'],
  why: 'what the server refuses by itself has one code',
  onProblem: (problem) =>
    problem['code'] === 'TOO_LARGE' ? { ...problem, status: 400, code: 'BAD_REQUEST' } : problem,
});
