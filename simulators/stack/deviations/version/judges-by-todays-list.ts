import { defineDeviation } from '../deviation.ts';

/** A message that was long on its way is judged by data that were not in force when it was written. */
export default defineDeviation({
  name: 'judges-by-todays-list',
  violates: ['VER-009'],
  why: 'reference data are a table without dates',
  onReference: (_reference, { today }) => today(),
});
