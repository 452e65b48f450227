import { defineDeviation } from '../deviation.ts';

/** Every attempt says that it is the first. */
export default defineDeviation({
  name: 'counts-no-attempts',
  violates: ['DLV-002'],
  why: 'the header is written when the delivery is queued',
  onDelivery: (request) => ({ ...request, headers: { ...request.headers, 'Corridor-Attempt': '1' } }),
});
