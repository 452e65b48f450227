import { defineDeviation } from '../deviation.ts';

/** Health names another environment than the capabilities. */
export default defineDeviation({
  name: 'says-another-environment',
  violates: ['CAP-005'],
  why: 'each reads a setting of its own',
  onPublish: (body, path) => (path === '/v0/health' ? { ...body, environment: 'preproduction' } : body),
});
