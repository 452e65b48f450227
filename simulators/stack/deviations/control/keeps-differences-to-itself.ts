import { defineDeviation } from '../deviation.ts';

/** The same result without what was found. */
function summary(bytes: Buffer): Buffer {
  const message = JSON.parse(bytes.toString('utf8')) as { payload: Record<string, unknown> };
  const { differences: _, ...payload } = message.payload;
  return Buffer.from(JSON.stringify({ ...message, payload }));
}

/** The differences found at destination are left out on the way. */
export default defineDeviation({
  name: 'keeps-differences-to-itself',
  violates: ['CTL-003'],
  why: 'differences are a table, and the message has room for text',
  onDelivery: (request) =>
    request.messageType === 'AT08' ? { ...request, bytes: summary(request.bytes) } : request,
});
