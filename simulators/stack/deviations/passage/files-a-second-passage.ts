import { defineDeviation } from '../deviation.ts';

/** A truck may pass the same office twice. */
export default defineDeviation({
  name: 'files-a-second-passage',
  violates: ['PAS-013'],
  why: 'passages are appended to a list without a look at those in it',
  onRefusal: (findings) => findings.filter(({ code }) => code !== 'ALREADY_PASSED'),
});
