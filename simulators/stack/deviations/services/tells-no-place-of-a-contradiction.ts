import { defineDeviation } from '../deviation.ts';

/** The warning says which service objects, not to what. */
export default defineDeviation({
  name: 'tells-no-place-of-a-contradiction',
  violates: ['SRV-018'],
  why: 'the officer can look the file up',
  onFinding: (notices) =>
    notices.map((notice) =>
      notice.kind === 'service-contradiction'
        ? { ...notice, detail: notice.detail.replace(/ .*$/s, '') }
        : notice,
    ),
});
