import { defineDeviation } from '../deviation.ts';

/** A seat registers an address, and the list shows another one. */
export default defineDeviation({
  name: 'lists-the-first-address',
  violates: ['CAP-004'],
  why: 'the list of participants is that of the configuration',
  onPublish: (body) => {
    const participants = body['participants'] as { baseUrl: string }[] | undefined;
    if (!participants) return body;
    return {
      participants: participants.map((entry) => ({ ...entry, baseUrl: 'http://douanes.example:8080' })),
    };
  },
});
