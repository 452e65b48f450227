import { defineDeviation } from '../deviation.ts';

/** The same passage, presented when it passed. */
function withoutDwell(bytes: Buffer): Buffer {
  const message = JSON.parse(bytes.toString('utf8')) as { payload: Record<string, unknown> };
  message.payload['presentedAt'] = message.payload['passedAt'];
  return Buffer.from(JSON.stringify(message));
}

/** The hour at which a truck presented itself is overwritten by that of its passage. */
export default defineDeviation({
  name: 'tells-no-waiting-time',
  violates: ['PAS-005'],
  why: 'only the stamp counts, and the stamp is put on at passage',
  onDelivery: (request) =>
    request.messageType === 'AT05' ? { ...request, bytes: withoutDwell(request.bytes) } : request,
});
