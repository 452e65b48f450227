import type { EnquiryRequestPayload } from '../../../profile/messages/enquiry-request.ts';
import type { Message } from '../../../profile/messages/message.ts';
import type { BookEntry } from '../movement-book.ts';
import { officeOf } from './office-of.ts';
import type { AnsweringSeat, Reply } from './reply.ts';

/**
 * AT12 to the country of destination or of last passage: what its book says. Arrived and controlled: 3; arrived,
 * control to come: 4; arrived in another country: 2; else no trace: 1.
 * @source draft message set AT13; NCTS IE143 response codes; rule R17 (text for 2 and 4, arrivedAt for 3)
 */
export function answerEnquiry(enquiry: Message, seat: AnsweringSeat): Reply[] {
  const { transitReference } = enquiry.payload as unknown as EnquiryRequestPayload;
  if (seat.silenced.has(transitReference)) return [];
  const entry = seat.book.entry(transitReference);
  const office = officeOf(seat, entry);
  if (office === undefined) return [];
  const found = seat.magic?.enquiryAnswerFor(transitReference) ?? findingOf(entry, seat);
  const payload = { transitReference, office, ...found };
  return [
    {
      name: 'EnquiryResponse',
      payload,
      options: { recipient: enquiry.sender, correlationId: enquiry.messageId },
    },
  ];
}

function findingOf(entry: BookEntry | undefined, { country }: AnsweringSeat): object {
  const arrival = entry?.arrival;
  if (!arrival) return { code: '1' };
  if (!arrival.office.startsWith(country)) return { code: '2', text: `Arrivé au bureau ${arrival.office}.` };
  if (entry.control) return { code: '3', arrivedAt: arrival.arrivedAt };
  return { code: '4', text: 'Résultats du contrôle à suivre.', arrivedAt: arrival.arrivedAt };
}
