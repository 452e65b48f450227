import { defineDeviation } from '../deviation.ts';

/** A release that leaves out a seal announced is filed. */
export default defineDeviation({
  name: 'overlooks-a-missing-seal',
  violates: ['DEP-008'],
  why: 'the seals of the release replace those of the notice',
  onRefusal: (findings) => findings.filter(({ code }) => code !== 'SEALS_DIFFER'),
});
