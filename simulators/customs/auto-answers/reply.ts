import type { MessageName } from '../../../profile/messages/messages.ts';
import type { ReferenceData } from '../../../profile/reference-data.ts';
import type { EnvelopeOptions } from '../compose-message.ts';
import type { MagicReferences } from '../magic-references.ts';
import type { MovementBook } from '../movement-book.ts';
import type { ReceivedMessage } from '../receiver.ts';
import { answerEnquiry } from './answer-enquiry.ts';
import { answerMovementQuery } from './answer-movement-query.ts';
import { playDestination } from './play-destination.ts';

/** A message that the seat sends by itself because of one that came. */
export interface Reply {
  readonly name: MessageName;
  readonly payload: object;
  readonly options?: EnvelopeOptions;
}

/** What an automatic answer is made from. */
export interface AnsweringSeat {
  readonly country: string;
  readonly book: MovementBook;
  readonly reference: ReferenceData | undefined;
  /** Movements about which the scenario answers by hand. */
  readonly silenced: ReadonlySet<string>;
  readonly magic: MagicReferences | undefined;
  /** Milliseconds since epoch, the seat's clock. */
  readonly now: number;
}

/** What a seat answers by itself to a message, in order; mostly nothing. */
export function replyTo(received: ReceivedMessage, seat: AnsweringSeat): readonly Reply[] {
  switch (received.name) {
    case 'MovementQuery':
      return received.message.recipient === seat.country ? answerMovementQuery(received.message, seat) : [];
    case 'EnquiryRequest':
      return received.message.recipient === seat.country ? answerEnquiry(received.message, seat) : [];
    case 'DepartureRelease':
      return playDestination(received.message, seat);
    default:
      return [];
  }
}
