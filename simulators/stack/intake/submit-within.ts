import { storeMessage } from '../outbox/message-table.ts';
import { digestOf, type Work } from '../outbox/work.ts';
import { dispatch } from './dispatch.ts';
import { judge } from './read.ts';
import { transitReferenceOfMessage } from './received.ts';

/** A whole message that a part of the stack composes as another seat. */
export interface OwnMessage {
  readonly sender: string;
  readonly messageId: string;
  readonly messageType: string;
  readonly payload: object;
}

/**
 * Takes a message of a seat that lives in this process, in the transaction of what gave rise to it: judged, stored and
 * dispatched as if it had come over the wire. One that is refused has no effect, and is told in the log: there is nobody
 * to answer.
 * @returns whether it was accepted
 */
export async function submitWithin(unit: Work, message: OwnMessage): Promise<boolean> {
  const { context, transaction } = unit;
  const { sender, messageId, messageType } = message;
  const bytes = Buffer.from(JSON.stringify(message));
  const value = message as unknown as Readonly<Record<string, unknown>>;
  const digest = digestOf(message);
  const received = judge({ value, sender, messageId, digest }, bytes, context);
  if ('findings' in received) {
    context.log.error({ findings: received.findings, messageType, sender }, 'Refused a message of our own.');
    return false;
  }
  const { receivedAt, late, conversation } = received;
  const stored = { sender, messageId, messageType, conversation, digest, bytes, receivedAt, late };
  await storeMessage(transaction, { ...stored, answer: null });
  await dispatch(unit, received, transitReferenceOfMessage(received.message));
  return true;
}
