import type { Message } from '../../../profile/messages/message.ts';
import type { BookEntry } from '../movement-book.ts';
import type { AnsweringSeat, Reply } from './reply.ts';

/**
 * Only for magic references: when the release comes, the office of destination lets the truck arrive at once and
 * controls it, so that a tester by hand sees the end of a movement. Elsewhere scenarios decide what happens.
 */
export function playDestination(release: Message, seat: AnsweringSeat): Reply[] {
  const reference = String(release.payload['transitReference']);
  const result = seat.magic?.controlFor(reference);
  const entry = seat.book.entry(reference);
  const office = entry?.notice?.itinerary.legs.find(({ role }) => role === 'DESTINATION');
  if (!result || !entry || office?.country !== seat.country || seat.silenced.has(reference)) return [];
  const now = new Date(seat.now).toISOString();
  const arrival = {
    transitReference: reference,
    office: office.office,
    arrivedAt: now,
    seals: sealsOf(entry),
  };
  const control = { transitReference: reference, office: office.office, controlledAt: now, ...result };
  return [
    { name: 'ArrivalNotice', payload: arrival },
    { name: 'ControlResult', payload: control },
  ];
}

function sealsOf({ notice, release }: BookEntry): object {
  const seals = release?.seals ?? notice?.seals ?? [];
  return { state: 'intact', numbers: seals.map(({ number }) => number) };
}
