import type { Pool } from 'pg';
import {
  type NationalReference,
  transitReferenceOf,
} from '../../../profile/identifiers/national-reference.ts';
import type { MovementQueryPayload } from '../../../profile/messages/movement-query.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Received } from '../intake/received.ts';
import type { Work } from '../outbox/work.ts';
import { type Movement, publicEvents } from './movement.ts';
import { findByKey, type MovementKey } from './movement-table.ts';

/**
 * Answers a query put to the hub (AT10 -> AT11): data to those on the itinerary, a rejection and nothing else to others.
 * Of several movements of one truck, the last one registered that the asker may see.
 */
export async function answerQuery(unit: Work, received: Received): Promise<void> {
  const { message, conversation } = received;
  const { by, scope } = message.payload as unknown as MovementQueryPayload;
  const matches = unit.context.hooks.onMatches(await findByAnyKey(unit.transaction, by), by);
  const shown = matches.find(({ countries }) => countries.includes(message.sender));
  const movement = shown ?? matches[0] ?? null;
  const rejection = movement ? 'NOT_AUTHORISED' : 'UNKNOWN';
  const honest = shown
    ? { outcome: 'FOUND', movement: excerpt(shown, scope) }
    : { outcome: 'REJECTED', rejection };
  const payload = unit.context.hooks.onQuery(honest, { caller: message.sender, movement, by });
  unit.tell(message.sender, 'MovementResponse', payload, { correlationId: message.messageId, conversation });
}

const findByAnyKey = (on: Pool | Transaction, by: MovementQueryPayload['by']): Promise<Movement[]> =>
  findByKey(on, by as MovementKey, (national) => transitReferenceOf(national as NationalReference));

function excerpt(movement: Movement, scope: MovementQueryPayload['scope']): Record<string, unknown> {
  const { reference, state, version, limitDate, notice } = movement;
  return {
    transitReference: reference,
    state,
    movementVersion: version,
    ...(limitDate === null ? {} : { limitDate }),
    ...(scope === 'FULL' ? { notice } : {}),
    ...(scope === 'STATUS' ? {} : { events: publicEvents(movement) }),
  };
}

/** The ledger entry as published (binding, section 4). */
export const ledgerEntry = (movement: Movement): Record<string, unknown> => ({
  transitReference: movement.reference,
  state: movement.state,
  movementVersion: movement.version,
  countries: movement.countries,
  corridor: movement.corridor,
  ...(movement.limitDate === null ? {} : { limitDate: movement.limitDate }),
  seals: movement.seals,
  notice: movement.notice,
  events: publicEvents(movement),
  findings: movement.findings,
});
