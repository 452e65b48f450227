import { defineDeviation } from '../deviation.ts';

/** Seals that are broken at destination raise no finding. */
export default defineDeviation({
  name: 'looks-at-seals-at-borders-only',
  violates: ['ARR-020'],
  why: 'seals are compared when a passage is filed, and an arrival is none',
  onFinding: (notices, movement) => {
    const destination = movement?.legs.at(-1)?.office;
    return notices.filter(({ kind, office }) => kind !== 'seals-discontinued' || office !== destination);
  },
});
