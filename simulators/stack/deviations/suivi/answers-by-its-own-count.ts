import { defineDeviation } from '../deviation.ts';

let answered = 0;

export default defineDeviation({
  name: 'answers-by-its-own-count',
  violates: ['TRK-100'],
  why: 'The platform numbers its answers to locks by itself; a lock waits for the number that it gave, and sends for ever.',
  onDeviceAnswers: (answers) =>
    answers.map((answer) => {
      const text = answer.toString('latin1');
      if (!text.startsWith('(P69,0,')) return answer;
      answered += 1;
      return Buffer.from(`(P69,0,${100 + (answered % 100)})`);
    }),
});
