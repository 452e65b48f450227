import { defineDeviation } from '../deviation.ts';

/** A message of any version is read as one of this version. */
export default defineDeviation({
  name: 'speaks-every-version',
  violates: ['ENV-010'],
  why: 'the version is filed, not read',
  onFindings: (findings) => findings.filter(({ code }) => code !== 'UNKNOWN_PROFILE_VERSION'),
});
