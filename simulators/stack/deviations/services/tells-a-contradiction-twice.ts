import { defineDeviation } from '../deviation.ts';

/** Each contradiction is told two times. */
export default defineDeviation({
  name: 'tells-a-contradiction-twice',
  violates: ['SRV-017'],
  why: 'the answer and its audit both raise the warning',
  onFinding: (notices) =>
    notices.flatMap((notice) => (notice.kind === 'service-contradiction' ? [notice, notice] : [notice])),
});
