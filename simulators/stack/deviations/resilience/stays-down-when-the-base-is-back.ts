import { defineDeviation } from '../deviation.ts';

let opened = false;

/** After one failure of the database nothing is taken any more, until somebody starts the hub again. */
export default defineDeviation({
  name: 'stays-down-when-the-base-is-back',
  violates: ['RES-003'],
  why: 'the breaker opens and has no way back',
  onFault: (answer) => {
    opened = true;
    return answer;
  },
  onProblem: (problem) => {
    if (problem['code'] === 'UNAVAILABLE') opened = true;
    return problem;
  },
  onSubmission: (submission) => {
    if (opened) throw new Error('breaker open');
    return submission;
  },
});
