import { defineDeviation } from '../deviation.ts';

/** Cursors of deliveries have gaps. */
export default defineDeviation({
  name: 'counts-cursors-by-two',
  violates: ['DLV-001'],
  why: 'the cursor is a sequence shared with other tables',
  onDelivery: (request) => ({
    ...request,
    headers: {
      ...request.headers,
      'Corridor-Cursor': String(Number(request.headers['Corridor-Cursor']) * 2),
    },
  }),
});
