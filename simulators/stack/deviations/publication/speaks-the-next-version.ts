import { defineDeviation } from '../deviation.ts';

/** The capabilities name a version of the profile that nobody has agreed on, and not the one in force. */
export default defineDeviation({
  name: 'speaks-the-next-version',
  violates: ['CAP-001'],
  why: 'the statement is that of the product, and the product is ahead',
  onPublish: (body) => ('profileVersions' in body ? { ...body, profileVersions: ['0.2'] } : body),
});
