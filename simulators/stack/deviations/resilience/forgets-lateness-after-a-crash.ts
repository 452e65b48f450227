import { defineDeviation } from '../deviation.ts';

/** Late messages of this life. */
const late = new Set<string>();

const idOf = (bytes: Buffer): string =>
  /"messageId"\s*:\s*"([^"]+)"/.exec(bytes.toString('latin1'))?.[1] ?? '';

/** What came late and could not be delivered before the hub was killed is delivered as if it were in time. */
export default defineDeviation({
  name: 'forgets-lateness-after-a-crash',
  violates: ['DLV-018'],
  why: 'the mark is added when a message comes in, and is not stored with it',
  onLate: (isLate, { message }) => {
    if (isLate) late.add(message.messageId);
    return isLate;
  },
  onDelivery: (request) => {
    if (late.has(idOf(request.bytes))) return request;
    const { 'Corridor-Late': _mark, ...headers } = request.headers;
    return { ...request, headers };
  },
});
