import { defineDeviation } from '../deviation.ts';

/** What comes last is the newest, whenever it was recorded. */
export default defineDeviation({
  name: 'goes-by-the-last-to-arrive',
  violates: ['TRK-003', 'TRK-037'],
  why: 'the journey is written in the order in which reports arrive',
  onPlace: (_, { receivedAt }) => receivedAt,
});
