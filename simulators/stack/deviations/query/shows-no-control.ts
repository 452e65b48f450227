import { defineDeviation } from '../deviation.ts';

/** A movement that was controlled is published as arrived. */
export default defineDeviation({
  name: 'shows-no-control',
  violates: ['LED-007'],
  why: 'what the public sees has three states: open, arrived, closed',
  onPublish: (body) => (body['state'] === 'CONTROLLED' ? { ...body, state: 'ARRIVED' } : body),
});
