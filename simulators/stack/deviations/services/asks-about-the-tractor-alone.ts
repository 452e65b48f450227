import { defineDeviation } from '../deviation.ts';

/** A trailer is never looked up. */
export default defineDeviation({
  name: 'asks-about-the-tractor-alone',
  violates: ['SRV-002'],
  why: 'one vehicle, one question',
  onServiceQuestions: (questions) =>
    questions.filter(({ pointer }) => pointer !== '/payload/vehicle/trailerPlate'),
});
