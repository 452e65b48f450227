import { defineDeviation } from '../deviation.ts';

let serial = 0;

/** The same acknowledgement, but for its `processingId`. */
function withNewProcessingId(body: Buffer): Buffer {
  const message = JSON.parse(body.toString('utf8')) as { payload: { processingId: string } };
  serial += 1;
  message.payload.processingId = message.payload.processingId.slice(0, -6) + String(serial).padStart(6, '0');
  return Buffer.from(JSON.stringify(message));
}

/** A message sent again is acknowledged with a new acknowledgement. */
export default defineDeviation({
  name: 'acknowledges-afresh',
  violates: ['KEY-001'],
  why: 'the acknowledgement is composed, not kept',
  onAnswer: ({ status, body }, received) =>
    status === 202 && received ? { status, body: withNewProcessingId(body) } : { status, body },
});
