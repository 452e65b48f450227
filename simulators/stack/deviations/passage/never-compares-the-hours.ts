import { defineDeviation } from '../deviation.ts';

/** A truck that enters before it has left raises no finding. */
export default defineDeviation({
  name: 'never-compares-the-hours',
  violates: ['PAS-009'],
  why: 'the hours are those of two administrations, and nobody lays them side by side',
  onFinding: (notices) => notices.filter(({ kind }) => kind !== 'passage-order'),
});
