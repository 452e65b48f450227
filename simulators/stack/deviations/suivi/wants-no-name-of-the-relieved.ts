import { defineDeviation } from '../deviation.ts';

/** A transfer need not say which device it relieves. */
export default defineDeviation({
  name: 'wants-no-name-of-the-relieved',
  violates: ['TRK-015'],
  why: 'with one device a truck, everybody knows which',
  onFindings: (findings) => findings.filter(({ rule }) => rule !== 'R43'),
});
