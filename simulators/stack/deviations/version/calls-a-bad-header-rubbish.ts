import { defineDeviation } from '../deviation.ts';

/** A header or parameter that cannot be read is told as a body that is no JSON. */
export default defineDeviation({
  name: 'calls-a-bad-header-rubbish',
  violates: ['VER-012'],
  why: 'one code for every 400',
  onProblem: (problem) => (problem['code'] === 'BAD_REQUEST' ? { ...problem, code: 'NOT_JSON' } : problem),
});
