import type { Message, MessageDefinition } from '../../../profile/messages/message.ts';
import type { MessageName } from '../../../profile/messages/messages.ts';

/** A message that has passed syntax, codes and rules, as the stack holds it. */
export interface Received<Payload = Readonly<Record<string, unknown>>> {
  readonly message: Message<Payload>;
  readonly name: MessageName;
  readonly definition: MessageDefinition;
  /** SHA-256 of the canonical form (P03), lower-case hexadecimal. */
  readonly digest: string;
  /** As submitted; delivered unchanged. */
  readonly bytes: Buffer;
  /** The stack's time of reception, ms since the epoch. */
  readonly receivedAt: number;
  /** Prepared more than `lateAfter` before it was received (P06). */
  readonly late: boolean;
  /** Transit reference, or what else groups the exchange. */
  readonly conversation: string;
}

/** The movement that a message is about, or null. */
export function transitReferenceOfMessage(message: Pick<Message, 'payload'>): string | null {
  const { transitReference, by } = message.payload as {
    transitReference?: unknown;
    by?: { transitReference?: unknown };
  };
  const found = transitReference ?? by?.transitReference;
  return typeof found === 'string' ? found : null;
}

/** What groups the message with others: the movement, what its sender says, or the message itself. */
export const conversationOf = (message: Message): string =>
  transitReferenceOfMessage(message) ?? message.conversationId ?? message.messageId;
