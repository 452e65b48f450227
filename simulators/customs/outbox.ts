import type { Clock } from '../../profile/clock.ts';
import type { Message } from '../../profile/messages/message.ts';
import { messageByWireCode } from '../../profile/messages/messages.ts';
import { conversationsOf } from '../../reports/evidence/conversation.ts';
import type { HubClient, Submission } from './hub-client.ts';
import type { MovementBook } from './movement-book.ts';
import type { Numbering } from './numbering.ts';
import { SentMessages } from './sent-messages.ts';

/** Answers after which the hub has stored nothing, so that the number of the message serves again. */
const STORED_NOTHING = new Set([400, 403, 413, 415, 422]);

const ANSWERED_BY_MESSAGE = new Set([202, 409, 422]);

/** What the outbox needs of its seat. */
export interface OutboxOptions {
  readonly country: string;
  readonly clock: Clock;
  readonly client: HubClient;
  readonly book: MovementBook;
  readonly numbering: Numbering;
  /** Sent messages kept, newest. */
  readonly keep: number;
}

/** The sending side of a seat: what left, what the hub said, and what the seat's own book holds because of it. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #sent: SentMessages;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#sent = new SentMessages(options.keep);
  }

  /** Sends a message; what the hub does with it is told, never thrown. */
  async submit(message: object, headers: Readonly<Record<string, string>> = {}): Promise<Submission> {
    const bytes = JSON.stringify(message);
    const sent = message as Message;
    if (typeof sent.messageId === 'string') this.#sent.add(sent, bytes);
    const submission = await this.post(bytes, headers, conversationsOf(message));
    if (submission.status === 202) this.#book(sent);
    else if (STORED_NOTHING.has(submission.status)) this.#giveBack(sent);
    return submission;
  }

  /** The same bytes again (P03); fault `never-sent` for an id that did not leave here. */
  async resend(messageId: string): Promise<Submission> {
    const sent = this.#sent.of(messageId);
    if (!sent) return { status: 0, bytes: Buffer.alloc(0), fault: 'never-sent' };
    const submission = await this.post(sent.bytes, {}, conversationsOf(sent.message));
    if (submission.status === 202) this.#book(sent.message);
    return submission;
  }

  /** A copy of what left here; called, it puts that back. */
  backUp(): () => void {
    return this.#sent.backUp();
  }

  /** Sends bytes that may be no message; what they name, if anything, goes with the record. */
  submitBytes(bytes: string | Buffer, headers: Readonly<Record<string, string>>): Promise<Submission> {
    return this.post(bytes, headers, conversationsOfText(bytes));
  }

  /** Sends bytes as they are. */
  async post(
    bytes: string | Buffer,
    headers: Readonly<Record<string, string>>,
    conversations: readonly string[],
  ): Promise<Submission> {
    const path = '/v0/messages';
    const request = { kind: 'submit', method: 'POST', path, body: bytes, headers, conversations } as const;
    const answer = await this.#options.client.send(request);
    const isMessage =
      ANSWERED_BY_MESSAGE.has(answer.status) && typeof answer.json === 'object' && answer.json;
    return isMessage ? { ...answer, answer: answer.json as Message } : answer;
  }

  /** The hub found out later that it cannot accept what it had stored (AT92). */
  takeBack(messageId: unknown): void {
    const refused = typeof messageId === 'string' ? this.#sent.of(messageId)?.message : undefined;
    const reference = refused?.payload?.['transitReference'];
    if (!refused || typeof reference !== 'string') return;
    this.#options.book.remove(refused);
    this.#giveBack(refused);
  }

  /** The number of a refused message serves again, unless an accepted message carries it (a copy made on purpose). */
  #giveBack(message: Message): void {
    const { country, book, numbering } = this.#options;
    const reference = message.payload?.['transitReference'];
    if (typeof reference !== 'string') return;
    const carried = book
      .entry(reference)
      ?.messages.some(
        (accepted) =>
          accepted.sender === country &&
          accepted.movementVersion === message.movementVersion &&
          accepted.originSeq === message.originSeq,
      );
    if (!carried) numbering.giveBack(message, reference);
  }

  #book(message: Message): void {
    const definition = messageByWireCode(message.messageType);
    // A stack that takes what nobody may send is judged for it; our book holds only what can be read.
    if (!definition?.payload.safeParse(message.payload).success) return;
    const receivedAt = new Date(this.#options.clock.now()).toISOString();
    this.#options.book.add({ message, name: definition.name, receivedAt, late: false });
  }
}

function conversationsOfText(bytes: string | Buffer): string[] {
  try {
    return conversationsOf(JSON.parse(bytes.toString('utf8')));
  } catch {
    return [];
  }
}
