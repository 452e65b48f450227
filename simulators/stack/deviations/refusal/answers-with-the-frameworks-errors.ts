import { defineDeviation } from '../deviation.ts';

/** A refusal on the link is told in the words of the web framework. */
export default defineDeviation({
  name: 'answers-with-the-frameworks-errors',
  violates: ['ERR-001', 'ERR-002', 'ERR-003', 'ERR-016', 'ERR-028', 'ENV-012', 'DLV-025'],
  why: 'the error page of the framework was never replaced',
  onProblem: ({ status, title, detail }) => ({ statusCode: status, error: title, message: detail }),
});
