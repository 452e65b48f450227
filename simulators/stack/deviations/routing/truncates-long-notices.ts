import { defineDeviation } from '../deviation.ts';

const PAGE = 1_000;

function firstThousandItems(bytes: Buffer): Buffer {
  const message = JSON.parse(bytes.toString('utf8')) as { payload: { items: unknown[] } };
  if (message.payload.items.length <= PAGE) return bytes;
  message.payload.items = message.payload.items.slice(0, PAGE);
  return Buffer.from(JSON.stringify(message));
}

/** Of a long declaration the first thousand items are delivered. */
export default defineDeviation({
  name: 'truncates-long-notices',
  violates: ['ENV-008'],
  why: 'a list of the database is read by pages, and the first page is taken for all',
  onDelivery: (request) =>
    request.messageType === 'AT01' ? { ...request, bytes: firstThousandItems(request.bytes) } : request,
});
