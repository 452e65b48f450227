import { defineDeviation } from '../deviation.ts';

/** By recipient, the movement on which it breaks. */
const poisoned = new Map<string, string>();
const attempted = new Map<string, string>();

const movementOf = (bytes: Buffer): string =>
  /"transitReference"\s*:\s*"([^"]+)"/.exec(bytes.toString('latin1'))?.[1] ?? '';

/** A country that cannot take one message is sent no other: the queue waits until the first one goes. */
export default defineDeviation({
  name: 'stops-at-a-poisoned-message',
  violates: ['RES-006'],
  why: 'the consumer of a queue never commits past an error',
  onDelivery: (request) => {
    const { recipient, bytes } = request;
    const movement = movementOf(bytes);
    const stuck = poisoned.get(recipient);
    if (stuck !== undefined && stuck !== movement) throw new Error('waiting for an earlier message');
    attempted.set(recipient, movement);
    return request;
  },
  onDelivered: (outcome, { recipient }) => {
    if (outcome === 'again') poisoned.set(recipient, attempted.get(recipient) ?? '');
    else poisoned.delete(recipient);
    return outcome;
  },
});
