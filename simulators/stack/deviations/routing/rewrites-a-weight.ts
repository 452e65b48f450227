import { defineDeviation } from '../deviation.ts';

/** The same notice with `totalGrossMassKg` rounded up to a ton. */
function roundedToTons(bytes: Buffer): Buffer {
  const message = JSON.parse(bytes.toString('utf8')) as { payload: { totalGrossMassKg: number } };
  message.payload.totalGrossMassKg = Math.ceil(message.payload.totalGrossMassKg / 1000) * 1000 + 1000;
  return Buffer.from(JSON.stringify(message));
}

/** The gross mass of a notice is rounded to whole tons on its way to Burkina Faso, and to nobody else. */
export default defineDeviation({
  name: 'rewrites-a-weight',
  violates: ['ENV-004', 'RTE-006'],
  why: 'the message is parsed into a model of its own and written out again',
  onDelivery: (request) =>
    request.messageType === 'AT01' && request.recipient === 'BF'
      ? { ...request, bytes: roundedToTons(request.bytes) }
      : request,
});
