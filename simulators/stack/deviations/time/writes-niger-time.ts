import { defineDeviation } from '../deviation.ts';

/** `passedAt` and `presentedAt` of a passage in Niger, written as local time. */
function oneHourAhead(bytes: Buffer): Buffer {
  const message = JSON.parse(bytes.toString('utf8')) as {
    messageType: string;
    payload: Record<string, string>;
  };
  if (message.messageType !== 'AT05' || !message.payload['office']?.startsWith('NE')) return bytes;
  for (const field of ['presentedAt', 'passedAt'])
    message.payload[field] = ahead(message.payload[field] ?? '');
  return Buffer.from(JSON.stringify(message));
}

const ahead = (instant: string): string => new Date(Date.parse(instant) + 3_600_000).toISOString();

/** Instants written for Niger are its wall clock, one hour ahead. */
export default defineDeviation({
  name: 'writes-niger-time',
  violates: ['TIM-001', 'TIM-005'],
  why: 'the zone of the office is applied before the instant is written',
  onDelivery: (request) => ({ ...request, bytes: oneHourAhead(request.bytes) }),
});
