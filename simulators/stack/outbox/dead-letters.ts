import type { Pool } from 'pg';
import { countryOfSeat } from '../../../profile/identifiers/platform-code.ts';
import { inTransaction, statement } from '../database/transaction.ts';
import { locksOf, warn } from '../ledger/raise.ts';
import type { StackContext } from '../stack-context.ts';
import type { Delivery } from './delivery.ts';
import { buryDelivery, requeueDead } from './delivery-table.ts';
import { work } from './work.ts';

/** A delivery has failed for 72 h: it is kept as a dead letter, and both sides are told (P06). */
export async function bury(context: StackContext, delivery: Delivery): Promise<void> {
  const { recipient, sender, messageId, messageType, orderKey: reference, attempts } = delivery;
  const about = { reference, seat: sender === 'hub' ? recipient : sender };
  await work(context, locksOf(about), async (unit) => {
    const buried = await buryDelivery(unit.transaction, delivery, unit.at, null);
    if (!buried || messageType === 'AT93') return; // a warning that cannot be delivered is no news to its recipient
    const sides = [...new Set([sender, recipient])].filter((seat) => seat !== 'hub');
    const detail = `Message ${messageType} non remis à ${recipient} après ${attempts} essais.`;
    const notice = {
      kind: 'dead-letter',
      recipients: sides,
      country: countryOfSeat(recipient),
      relatesTo: messageId,
      detail,
    };
    await warn(unit, [notice], about);
  });
}

const all = statement<{
  cursor: number;
  message_id: string;
  message_type: string;
  first_attempt_at: Date | null;
  ended_at: Date;
  reason: string | null;
}>(
  'dead-letters',
  `select cursor, message_id, message_type, first_attempt_at, ended_at, reason from delivery
   where recipient = $1 and state = 'dead' order by cursor`,
);

/** The dead letters of a seat as published (binding, section 3). */
export const findDeadLetters = async (pool: Pool, seat: string): Promise<Record<string, unknown>[]> =>
  (await all(pool, seat)).map((row) => ({
    cursor: row.cursor,
    messageId: row.message_id,
    messageType: row.message_type,
    firstAttemptAt: (row.first_attempt_at ?? row.ended_at).toISOString(),
    deadAt: row.ended_at.toISOString(),
    reason: row.reason ?? 'not delivered',
  }));

/** Puts the dead letters of a seat back in its queue; how many. */
export async function redeliver({ pool, hooks, outbox }: StackContext, seat: string): Promise<number> {
  if (!hooks.onRequeue(true, { seat, by: 'demand' })) return 0;
  const requeued = await inTransaction(pool, [], {
    act: (transaction) => requeueDead(transaction, seat),
    committed: (deliveries) => outbox.enqueue(deliveries),
  });
  return requeued.length;
}
