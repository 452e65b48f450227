import { defineDeviation } from '../deviation.ts';

/** A release is filed, and the movement stays registered. */
export default defineDeviation({
  name: 'files-the-release',
  violates: ['DEP-002'],
  why: 'the release is an attachment of the declaration',
  onTransition: (to, { on }) => (on === 'DepartureRelease' && to === 'RELEASED' ? 'REGISTERED' : to),
});
