import type { Received } from '../intake/received.ts';
import type { Work } from '../outbox/work.ts';
import { giveBack } from '../services/give-back.ts';
import { closeReservations } from './guarantee-table.ts';

/** Discharge frees what was reserved for the movement; cancellation annuls it. The hub does so without being asked. */
export async function settleReservations(
  unit: Work,
  reference: string,
  change: 'release' | 'cancel' | null,
  received: Received,
): Promise<void> {
  const wanted = { release: change === 'release', cancel: change === 'cancel' };
  const { release, cancel } = unit.context.hooks.onReservation(wanted, received);
  const freed = [
    ...(release ? await closeReservations(unit.transaction, reference, 'released') : []),
    ...(cancel ? await closeReservations(unit.transaction, reference, 'cancelled') : []),
  ];
  if (release || cancel) await giveBack(unit, reference, freed, received.message.messageId);
}
