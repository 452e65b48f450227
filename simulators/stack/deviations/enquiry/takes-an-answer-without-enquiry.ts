import { defineDeviation } from '../deviation.ts';

/** An answer is filed although nobody asked. */
export default defineDeviation({
  name: 'takes-an-answer-without-enquiry',
  violates: ['ENQ-008'],
  why: 'answers are matched with the movement, not with the question',
  onRefusal: (findings) => findings.filter(({ code }) => code !== 'NO_ENQUIRY'),
});
