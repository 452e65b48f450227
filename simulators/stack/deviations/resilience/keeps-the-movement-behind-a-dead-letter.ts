import { defineDeviation } from '../deviation.ts';

/** By recipient, the movement last tried; by recipient and type, that of the message that failed; movements that are held for good. */
const tried = new Map<string, string>();
const failing = new Map<string, string>();
const held = new Set<string>();

const movementOf = (bytes: Buffer): string =>
  /"transitReference"\s*:\s*"([^"]+)"/.exec(bytes.toString('latin1'))?.[1] ?? '';

/** What waits behind a message that is a dead letter waits for ever. */
export default defineDeviation({
  name: 'keeps-the-movement-behind-a-dead-letter',
  violates: ['RES-006'],
  why: 'the messages of a movement go in order, and a dead letter is one that has not gone',
  onDelivery: (request) => {
    const movement = movementOf(request.bytes);
    if (held.has(`${request.recipient} ${movement}`)) throw new Error('waiting for an earlier message');
    tried.set(request.recipient, movement);
    return request;
  },
  onDelivered: (outcome, { recipient, messageType }) => {
    const place = `${recipient} ${messageType}`;
    if (outcome === 'again') failing.set(place, tried.get(recipient) ?? '');
    if (outcome === 'dead') held.add(`${recipient} ${failing.get(place)}`);
    return outcome;
  },
  onRequeue: (requeue, { seat }) => {
    if (requeue) for (const place of held) if (place.startsWith(`${seat} `)) held.delete(place);
    return requeue;
  },
});
