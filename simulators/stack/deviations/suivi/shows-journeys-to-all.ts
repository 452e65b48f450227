import { defineDeviation } from '../deviation.ts';

export default defineDeviation({
  name: 'shows-journeys-to-all',
  violates: ['TRK-081'],
  why: 'Whoever has an account may open the map: the itinerary is looked at for messages, not for journeys.',
  onQuery: (answer) =>
    answer['rejection'] === 'NOT_AUTHORISED' && Object.keys(answer).length === 2
      ? { outcome: 'FOUND' }
      : answer,
});
