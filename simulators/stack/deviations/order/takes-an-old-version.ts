import { defineDeviation } from '../deviation.ts';

/** A message under a version already reached takes effect. */
export default defineDeviation({
  name: 'takes-an-old-version',
  violates: ['ORD-008'],
  why: 'versions are compared for gaps only',
  onRefusal: (findings) => findings.filter(({ code }) => code !== 'VERSION_OUT_OF_ORDER'),
});
