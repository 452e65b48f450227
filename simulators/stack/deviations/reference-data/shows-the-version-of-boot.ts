import { defineDeviation } from '../deviation.ts';

/** Data that took effect are published under version 0. */
export default defineDeviation({
  name: 'shows-the-version-of-boot',
  violates: ['REF-002'],
  why: 'versions are those of the file that the stack started with',
  onPublish: (body) => {
    const versions = body['versions'] as Record<string, unknown>[] | undefined;
    return versions ? { ...body, versions: versions.map((entry) => ({ ...entry, version: 0 })) } : body;
  },
});
