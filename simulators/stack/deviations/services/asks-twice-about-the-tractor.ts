import { defineDeviation } from '../deviation.ts';

const TRACTOR = '/payload/vehicle/plate';
const TRAILER = '/payload/vehicle/trailerPlate';

/** The vehicle register is asked two questions, as it should be, and both are about the tractor. */
export default defineDeviation({
  name: 'asks-twice-about-the-tractor',
  violates: ['SRV-002'],
  why: 'the form has two plates, and both fields are filled from the first',
  onServiceQuestions: (questions) => {
    const tractor = questions.find(({ pointer }) => pointer === TRACTOR);
    return questions.map((question) =>
      tractor && question.pointer === TRAILER ? { ...tractor, pointer: TRAILER } : question,
    );
  },
  onKnown: (known, { task }) => (task.kind === 'lookup' && task.question.pointer === TRAILER ? null : known),
});
