import { defineDeviation } from '../deviation.ts';

export default defineDeviation({
  name: 'hides-the-gap-at-the-border',
  violates: ['TRK-022'],
  why: 'Between removal and attachment no platform is responsible: the journey is drawn as if there had been no gap.',
  onJourney: (journey) => ({ ...journey, gaps: [] }),
});
