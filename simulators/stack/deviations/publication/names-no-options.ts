import { defineDeviation } from '../deviation.ts';

/** The capabilities do not say whether arrival and result may be merged. */
export default defineDeviation({
  name: 'names-no-options',
  violates: ['CAP-001'],
  why: 'options come with the next release',
  onPublish: (body) => {
    const { mergedArrival: _, ...rest } = body;
    return 'profileVersions' in body ? rest : body;
  },
});
