import { defineDeviation } from '../deviation.ts';

/** The version published is one less than the one that was sent. */
export default defineDeviation({
  name: 'counts-versions-from-zero',
  violates: ['DEP-001', 'ORD-001', 'AMD-005', 'LED-001'],
  why: 'the first element of a list has index 0',
  onQuery: (answer) =>
    typeof answer['movementVersion'] === 'number'
      ? { ...answer, movementVersion: answer['movementVersion'] - 1 }
      : answer,
});
