import { defineDeviation } from '../deviation.ts';

const HOSTED = new Set(['TRK-TG', 'TRK-BF']);

/** What platforms of other countries tell is passed on, and is not in the journey. */
export default defineDeviation({
  name: 'hears-only-its-own-platforms',
  violates: ['TRK-083'],
  why: 'the journey is read from the table of reports, and a platform elsewhere sends events',
  onJourney: (journey) => ({ ...journey, positions: ownOf(journey['positions']) }),
});

const ownOf = (positions: unknown) =>
  (positions as { readonly platform: string }[]).filter(({ platform }) => HOSTED.has(platform));
