import type { NationalReference } from '../../../profile/identifiers/national-reference.ts';
import { transitReferenceOf } from '../../../profile/identifiers/national-reference.ts';
import type { Message } from '../../../profile/messages/message.ts';
import type { MovementQueryPayload } from '../../../profile/messages/movement-query.ts';
import type { MovementResponsePayload } from '../../../profile/messages/movement-response.ts';
import type { BookEntry } from '../movement-book.ts';
import type { AnsweringSeat, Reply } from './reply.ts';

/**
 * AT10 to the country of departure: what its book says of the movement, or a rejection and nothing else.
 * @source draft message set AT10, AT11; rule R18
 */
export function answerMovementQuery(query: Message, seat: AnsweringSeat): Reply[] {
  const { by, scope } = query.payload as unknown as MovementQueryPayload;
  const entry = find(by, seat);
  if (entry && seat.silenced.has(entry.transitReference)) return [];
  if ('transitReference' in by && seat.silenced.has(by.transitReference)) return [];
  const payload = answerTo(query.sender, entry, scope);
  const conversationId = query.conversationId ?? query.messageId;
  const options = { recipient: query.sender, correlationId: query.messageId, conversationId };
  return [{ name: 'MovementResponse', payload, options }];
}

function answerTo(
  asker: string,
  entry: BookEntry | undefined,
  scope: MovementQueryPayload['scope'],
): MovementResponsePayload {
  if (!entry?.own) return { outcome: 'REJECTED', rejection: 'UNKNOWN' };
  const isConcerned =
    asker === 'hub' || entry.notice?.itinerary.legs.some(({ country }) => country === asker);
  if (!isConcerned) return { outcome: 'REJECTED', rejection: 'NOT_AUTHORISED' };
  const { state, movementVersion, limitDate, notice, events } = entry;
  return {
    outcome: 'FOUND',
    movement: {
      transitReference: entry.transitReference as NonNullable<
        MovementResponsePayload['movement']
      >['transitReference'],
      state,
      movementVersion,
      ...(limitDate !== undefined && { limitDate }),
      ...(scope === 'FULL' && notice && { notice }),
      ...(scope !== 'STATUS' && { events: [...events] }),
    },
  };
}

/** The movement by any of its keys; the newest when a plate or container made several journeys. */
function find(by: MovementQueryPayload['by'], { book }: AnsweringSeat): BookEntry | undefined {
  if ('transitReference' in by) return book.entry(by.transitReference);
  if ('nationalReference' in by)
    return book.entry(transitReferenceOf(by.nationalReference as NationalReference));
  const entries = book.references().map((reference) => book.entry(reference));
  return entries.findLast((entry) => entry?.notice !== undefined && carries(entry, by));
}

function carries({ notice, release }: BookEntry, by: MovementQueryPayload['by']): boolean {
  if (!notice) return false;
  if ('plate' in by) return notice.vehicle.plate === by.plate || notice.vehicle.trailerPlate === by.plate;
  if ('container' in by) return notice.containers.some(({ number }) => number === by.container);
  if ('seal' in by)
    return [...notice.seals, ...(release?.seals ?? [])].some(({ number }) => number === by.seal);
  return false;
}
