import { defineDeviation } from '../deviation.ts';

export default defineDeviation({
  name: 'tells-journeys-as-they-came',
  violates: ['TRK-082'],
  why: 'The journey is read from the table of what came in, by its own key: what waited in a dead zone stands at the end.',
  onJourney: (journey) => ({
    ...journey,
    positions: asTheyCame(journey['positions']),
    alerts: asTheyCame(journey['alerts']),
  }),
});

const asTheyCame = (list: unknown): unknown =>
  Array.isArray(list) ? [...list].sort((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt)) : list;
