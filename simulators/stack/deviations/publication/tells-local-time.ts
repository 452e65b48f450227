import { defineDeviation } from '../deviation.ts';

/** Health tells the time of the hub with a local offset. */
export default defineDeviation({
  name: 'tells-local-time',
  violates: ['CAP-003'],
  why: 'the clock on the wall is that of the data centre',
  onPublish: (body) =>
    body['status'] === 'ready' ? { ...body, now: String(body['now']).replace('Z', '+00:00') } : body,
});
