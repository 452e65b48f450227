import { defineDeviation } from '../deviation.ts';

/** Any field may still be amended after release. */
export default defineDeviation({
  name: 'rewrites-after-release',
  violates: ['AMD-003'],
  why: 'an amendment replaces the record, whatever it changes',
  onRefusal: (findings) => findings.filter(({ code }) => code !== 'NOT_AMENDABLE'),
});
