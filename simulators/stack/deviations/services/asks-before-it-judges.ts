import { lookups } from '../../../../profile/services/services.ts';
import { defineDeviation } from '../deviation.ts';

/** A notice that is refused sends its questions out all the same. */
export default defineDeviation({
  name: 'asks-before-it-judges',
  violates: ['SRV-003'],
  why: 'the questions start when the notice comes in, to save time',
  onServiceQuestions: (questions, notice) =>
    questions.length > 0
      ? questions
      : lookups.flatMap((lookup) => lookup.questions(notice, `${notice.nationalReference.year}-01-01`)),
});
