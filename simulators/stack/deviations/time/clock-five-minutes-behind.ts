import { defineDeviation } from '../deviation.ts';

const PREPARED = /("preparedAt":)"([^"]+)"/;

const later = (at: string): string => new Date(Date.parse(at) + 299_000).toISOString();

/** To a stack whose clock is behind, every message comes from the future. */
export default defineDeviation({
  name: 'clock-five-minutes-behind',
  violates: ['TIM-003'],
  why: 'nobody keeps its clock',
  onSubmission: ({ seat, bytes }) => ({
    seat,
    bytes: Buffer.from(
      bytes
        .toString('latin1')
        .replace(PREPARED, (_whole, name: string, at: string) => `${name}"${later(at)}"`),
      'latin1',
    ),
  }),
});
