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

/** Answers a query put to the hub (AT10 -> AT11): data to those on the itinerary, a rejection and nothing else to others. */
export async function answerQuery(unit: Work, received: Received): Promise<void> {
  const { message, conversation } = received;
  const { by, scope } = message.payload as unknown as MovementQueryPayload;
  const movement = await findByAnyKey(unit.transaction, by);
  const honest = !movement
    ? { outcome: 'REJECTED', rejection: 'UNKNOWN' }
    : movement.countries.includes(message.sender)
      ? { outcome: 'FOUND', movement: excerpt(movement, scope) }
      : { outcome: 'REJECTED', rejection: 'NOT_AUTHORISED' };
  const payload = unit.context.hooks.onQuery(honest, { caller: message.sender, movement, by });
  unit.tell(message.sender, 'MovementResponse', payload, { correlationId: message.messageId, conversation });
}

const findByAnyKey = (on: Pool | Transaction, by: MovementQueryPayload['by']): Promise<Movement | null> =>
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
