import { defineDeviation } from '../deviation.ts';

/** Health says ready while the database is gone, or mute. */
export default defineDeviation({
  name: 'says-ready-without-its-base',
  violates: ['RES-001'],
  why: 'health tells that the process runs, and nobody else is asked',
  onReadiness: () => true,
});
