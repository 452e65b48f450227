import { defineDeviation } from '../deviation.ts';

/** A movement is released under a guarantee that nothing was reserved of. */
export default defineDeviation({
  name: 'releases-what-is-not-reserved',
  violates: ['GUA-014'],
  why: 'the guarantee is checked when the declaration is lodged, not at release',
  onRefusal: (findings) => findings.filter(({ code }) => code !== 'GUARANTEE_NOT_RESERVED'),
});
