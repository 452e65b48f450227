import { defineDeviation } from '../deviation.ts';

export default defineDeviation({
  name: 'hides-journeys-from-platforms',
  violates: ['TRK-081'],
  why: 'Access is given by country: a tracking platform has none, and cannot read the journey of its own device.',
  onQuery: (answer, { caller }) =>
    caller.startsWith('TRK-') ? { outcome: 'REJECTED', rejection: 'NOT_AUTHORISED' } : answer,
});
