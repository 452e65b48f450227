import { defineDeviation } from '../deviation.ts';

/** Accented letters reach the recipient as question marks. */
export default defineDeviation({
  name: 'loses-accents',
  violates: ['ENV-004', 'ENV-007'],
  why: 'the text passes through a Latin-1 column',
  onDelivery: (request) => ({
    ...request,
    bytes: Buffer.from(request.bytes.toString('utf8').replace(/[^\p{ASCII}]/gu, '?')),
  }),
});
