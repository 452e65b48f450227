import { defineDeviation } from '../deviation.ts';

/** A book that cannot be read for now is said not to be there. */
export default defineDeviation({
  name: 'takes-unreachable-for-unknown',
  violates: ['RES-001'],
  why: 'any error of a query is an empty result',
  onProblem: (problem) =>
    problem['code'] === 'UNAVAILABLE'
      ? {
          ...problem,
          type: 'urn:aes-togo:problem:NOT_FOUND',
          code: 'NOT_FOUND',
          status: 404,
          title: 'unknown',
        }
      : problem,
});
