import { isUtf8 } from 'node:buffer';
import { instantOf } from '../../profile/clock.ts';
import { canonicalForm } from '../../profile/envelope/digest.ts';
import { errorCatalogue } from '../../profile/errors/error-catalogue.ts';
import type { Message } from '../../profile/messages/message.ts';
import { attribution, parseMessage } from '../../profile/parse-message.ts';
import { acknowledge, digestOf, problem, refuse } from './answers.ts';
import type { Composer } from './compose-message.ts';
import type { SeatReferenceData } from './seat-reference-data.ts';
import type { SeatAnswer, SeatRequest } from './seat-server.ts';

/** A message that the seat received and accepted, once in effect. */
export interface ReceivedMessage {
  readonly message: Message;
  /** Name by meaning, e.g. `BorderPassage`. */
  readonly name: string;
  /** Position in the seat's queue (`Corridor-Cursor`), when the hub told it. */
  readonly cursor: number | undefined;
  /** `Corridor-Attempt`; 0 for a message that was pulled. */
  readonly attempt: number;
  readonly late: boolean;
  /** ISO 8601 UTC, the seat's clock. */
  readonly at: string;
}

/** The first answer to a message, repeated byte for byte when it comes again. */
interface Remembered {
  readonly digest: string;
  readonly body: string;
}

/** What the receiver needs of its seat. */
export interface ReceiverOptions {
  readonly composer: Composer;
  readonly reference: SeatReferenceData | undefined;
  /** Answers remembered, so that memory is bounded under load. */
  readonly keep: number;
  /** Called once per message in effect. */
  readonly accept: (received: ReceivedMessage) => void;
}

/** The body of a delivery: its JSON, or the answer to what is none. */
export type ReadDelivery = { readonly value: unknown } | { readonly answer: SeatAnswer };

/** Receives messages as the binding says: at least once on the wire, once in effect. */
export class Receiver {
  readonly #options: ReceiverOptions;
  readonly #answers = new Map<string, Remembered>();

  constructor(options: ReceiverOptions) {
    this.#options = options;
  }

  /** Reads the body of a delivery; nothing is stored yet. */
  read({ contentType, body }: SeatRequest): ReadDelivery {
    if (contentType !== 'application/json' && !isJsonType(contentType ?? ''))
      return { answer: problem('UNSUPPORTED_MEDIA_TYPE') };
    const value = readJson(body);
    return value === undefined ? { answer: problem('NOT_JSON') } : { value };
  }

  /** Takes a message that was pulled, unless it is known; nobody is answered. */
  take(value: unknown, cursor: number, late: boolean): void {
    const headers = {
      'corridor-cursor': String(cursor),
      'corridor-attempt': '0',
      'corridor-late': String(late),
    };
    this.answer(value, headers);
  }

  /** Stores the message, once in effect, and answers it as the binding says. */
  answer(value: unknown, headers: SeatRequest['headers']): SeatAnswer {
    const { composer } = this.#options;
    const read = parseMessage(value, this.#options.reference);
    if (!read.ok) {
      const from = attribution(value);
      return from ? refuse(composer, 422, from, read.findings) : problem('NOT_ATTRIBUTABLE');
    }
    const from = read.message;
    const canonical = canonicalOrNull(value as object);
    if (canonical === null) return problem('NOT_JSON', 'a character that UTF-8 cannot hold');
    const digest = digestOf(canonical);
    const key = `${from.sender} ${from.messageId.toLowerCase()}`;
    const known = this.#answers.get(key);
    if (known?.digest === digest) return { status: 202, body: known.body };
    if (known) return refuse(composer, 409, from, [faultOf('DUPLICATE_ID', '/messageId')]);
    if (!read.message.testIndicator)
      return refuse(composer, 422, from, [faultOf('REAL_MESSAGE_REFUSED', '/testIndicator')]);
    const answer = acknowledge(composer, read.message, digest);
    this.#remember(key, { digest, body: answer.body });
    this.#options.accept(receivedOf(read.message, read.definition.name, headers, composer));
    return answer;
  }

  /** A copy of what is remembered; called, it puts that back. */
  backUp(): () => void {
    const answers = new Map(this.#answers);
    return () => {
      this.#answers.clear();
      for (const [key, answer] of answers) this.#answers.set(key, answer);
    };
  }

  #remember(key: string, answer: Remembered): void {
    this.#answers.set(key, answer);
    if (this.#answers.size <= this.#options.keep) return;
    const oldest = this.#answers.keys().next();
    if (!oldest.done) this.#answers.delete(oldest.value);
  }
}

function receivedOf(
  message: Message,
  name: string,
  headers: SeatRequest['headers'],
  { clock }: Composer,
): ReceivedMessage {
  const cursor = Number(headers['corridor-cursor']);
  const attempt = Number(headers['corridor-attempt'] ?? 1);
  return {
    message,
    name,
    cursor: Number.isSafeInteger(cursor) && cursor > 0 ? cursor : undefined,
    attempt: Number.isSafeInteger(attempt) ? attempt : 1,
    late: headers['corridor-late'] === 'true',
    at: instantOf(clock.now()),
  };
}

/** With other parameters, but with no charset other than that of JSON. */
const isJsonType = (contentType: string): boolean =>
  /^application\/json\s*(?:;|$)/i.test(contentType) &&
  !/;\s*charset\s*=(?!\s*"?utf-?8"?\s*(?:;|$))/i.test(contentType);

function readJson(body: Buffer): unknown {
  if (!isUtf8(body)) return undefined;
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A lone surrogate, written as an escape, is JSON that has no canonical form. */
function canonicalOrNull(value: object): string | null {
  try {
    return canonicalForm(value);
  } catch {
    return null;
  }
}

const faultOf = (code: 'DUPLICATE_ID' | 'REAL_MESSAGE_REFUSED', pointer: string) => ({
  code,
  pointer,
  reason: errorCatalogue[code].fr,
});
