import { defineDeviation } from '../deviation.ts';

function withoutDevice(bytes: Buffer): Buffer {
  const message = JSON.parse(bytes.toString('utf8')) as { payload: { deviceId?: string } };
  delete message.payload.deviceId;
  return Buffer.from(JSON.stringify(message));
}

/** The release arrives without the id of its device. */
export default defineDeviation({
  name: 'drops-the-device-of-the-release',
  violates: ['TRK-001'],
  why: 'the field came with the trackers, and the forwarding service maps the fields it knew before',
  onDelivery: (request) =>
    request.messageType === 'AT02' ? { ...request, bytes: withoutDevice(request.bytes) } : request,
});
