import { defineDeviation } from '../deviation.ts';

/** Its capabilities name what it refuses. */
export default defineDeviation({
  name: 'claims-every-extension',
  violates: ['VER-006'],
  why: 'the statement is written for the version to come',
  onPublish: (body, path) =>
    path === '/v0/capabilities' ? { ...body, extensions: ['0.2:fictiveField'] } : body,
});
