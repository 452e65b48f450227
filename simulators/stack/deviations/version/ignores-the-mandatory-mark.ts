import { defineDeviation } from '../deviation.ts';

/** What may not be ignored is ignored. */
export default defineDeviation({
  name: 'ignores-the-mandatory-mark',
  violates: ['VER-003'],
  why: 'all that is not known is taken for optional',
  onSubmission: ({ seat, bytes }) => ({
    seat,
    bytes: Buffer.from(
      bytes.toString('latin1').replaceAll('"mandatory":true', '"mandatory":false'),
      'latin1',
    ),
  }),
});
