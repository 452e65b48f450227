import { defineDeviation } from '../deviation.ts';

/** A sender that works with old reference data is never told. */
export default defineDeviation({
  name: 'overlooks-stale-reference',
  violates: ['VER-007'],
  why: 'the header is logged, and nobody reads the log',
  onFinding: (notices) => notices.filter(({ kind }) => kind !== 'reference-out-of-step'),
});
