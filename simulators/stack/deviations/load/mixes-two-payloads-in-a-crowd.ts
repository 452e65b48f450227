import type { DeliveryRequest } from '../../outbox/delivery.ts';
import { Crowd, every } from '../crowd.ts';
import { defineDeviation } from '../deviation.ts';

const read = (bytes: Buffer) => JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;

/** In a crowd every fiftieth delivery carries the payload of another movement. */
export default defineDeviation({
  name: 'mixes-two-payloads-in-a-crowd',
  violates: ['ENV-004'],
  why: 'envelope and payload are written into one buffer by two workers',
  underLoad: { foundBy: ['bytes-differ'] },
  perStack: () => {
    const crowd = new Crowd();
    const isMixed = every(50);
    const last = new Map<string, DeliveryRequest>();
    return {
      onIntake: crowd.onIntake,
      onDelivery: (request) => {
        const before = last.get(request.messageType);
        last.set(request.messageType, request);
        if (!before || before.bytes.equals(request.bytes) || !crowd.isThere || !isMixed()) return request;
        const { payload } = read(before.bytes);
        return { ...request, bytes: Buffer.from(JSON.stringify({ ...read(request.bytes), payload })) };
      },
    };
  },
});
