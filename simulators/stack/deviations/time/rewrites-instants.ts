import { defineDeviation } from '../deviation.ts';

const INSTANT = /"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)"/g;

/** Instants are delivered in the form of its own library. */
export default defineDeviation({
  name: 'rewrites-instants',
  violates: ['TIM-006'],
  why: 'dates are parsed and printed again',
  onDelivery: (request) => ({
    ...request,
    bytes: Buffer.from(
      request.bytes
        .toString('utf8')
        .replace(INSTANT, (_whole, at: string) => `"${new Date(at).toISOString()}"`),
    ),
  }),
});
