import { defineDeviation } from '../deviation.ts';

const LINES = 29;

/** The same notice, or one whose items beyond the form have lost their description. */
function withoutSheet(bytes: Buffer): Buffer {
  const message = JSON.parse(bytes.toString('utf8')) as {
    payload: { items?: Record<string, unknown>[] };
  };
  const items = message.payload.items ?? [];
  if (items.length <= LINES) return bytes;
  for (const item of items.slice(LINES)) item['description'] = '-';
  return Buffer.from(JSON.stringify(message));
}

/**
 * From the thirtieth item on, items are delivered without their description.
 *
 * Provoked by: a notice with 30 items or more.
 */
export default defineDeviation({
  name: 'loses-the-thirtieth-item',
  violates: ['ENV-004'],
  why: 'the form had 29 lines, and a continuation sheet takes what goes beyond',
  shy: true,
  onDelivery: (request) =>
    request.messageType === 'AT01' ? { ...request, bytes: withoutSheet(request.bytes) } : request,
});
