import { defineDeviation } from '../deviation.ts';

/** Seals that are broken or changed raise no finding. */
export default defineDeviation({
  name: 'overlooks-broken-seals',
  violates: ['PAS-011'],
  why: 'the seals check is filed and not read',
  onFinding: (notices) => notices.filter(({ kind }) => kind !== 'seals-discontinued'),
});
