import { defineDeviation } from '../deviation.ts';

/** The same instant with the offset of Niger. */
const inNiamey = (instant: string): string =>
  new Date(Date.parse(instant) + 3_600_000).toISOString().replace('Z', '+01:00');

/** Health tells the time of the hub with a local offset. */
export default defineDeviation({
  name: 'tells-local-time',
  violates: ['CAP-003'],
  why: 'the clock on the wall is that of the data centre',
  onPublish: (body) => (body['status'] === 'ready' ? { ...body, now: inNiamey(String(body['now'])) } : body),
});
