import { defineDeviation } from '../deviation.ts';

/** A released movement can be released once more. */
export default defineDeviation({
  name: 'releases-again-and-again',
  violates: ['DEP-007'],
  why: 'what leads to the state that is there already is taken for harmless',
  onTransition: (to, { movement, on }) =>
    on === 'DepartureRelease' && movement?.state === 'RELEASED' ? 'RELEASED' : to,
});
