import type { Message } from '../../profile/messages/message.ts';

/** A message as it left, so that it can leave again unchanged (P03). */
export interface SentMessage {
  readonly message: Message;
  readonly bytes: string;
}

/** What a seat sent, by messageId: the first bytes under an id, newest kept. */
export class SentMessages {
  readonly #keep: number;
  readonly #sent = new Map<string, SentMessage>();

  constructor(keep: number) {
    this.#keep = keep;
  }

  add(message: Message, bytes: string): void {
    if (this.#sent.has(message.messageId)) return;
    this.#sent.set(message.messageId, { message, bytes });
    if (this.#sent.size <= this.#keep) return;
    const oldest = this.#sent.keys().next();
    if (!oldest.done) this.#sent.delete(oldest.value);
  }

  /** A copy of what was sent; called, it puts that back. */
  backUp(): () => void {
    const sent = new Map(this.#sent);
    return () => {
      this.#sent.clear();
      for (const [messageId, message] of sent) this.#sent.set(messageId, message);
    };
  }

  of(messageId: string): SentMessage | undefined {
    return this.#sent.get(messageId);
  }
}
