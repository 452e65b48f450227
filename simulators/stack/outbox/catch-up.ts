import { inTransaction, statement, type Transaction } from '../database/transaction.ts';
import type { PullPage } from '../hooks.ts';
import type { StackContext } from '../stack-context.ts';
import type { Delivery } from './delivery.ts';
import { confirmDeliveries, requeueDead } from './delivery-table.ts';

const page = statement<{ cursor: number; late: boolean; bytes: Buffer }>(
  'catch-up-page',
  `select d.cursor, d.late, m.bytes from delivery d join message m using (sender, message_id)
   where d.recipient = $1 and d.cursor > $2 order by d.cursor limit $3`,
);

const lastQueued = statement<{ last_cursor: number }>(
  'catch-up-last',
  'select last_cursor from participant where seat = $1',
);

/** Nobody can confirm what was not queued yet: a cursor made up would let later deliveries pass for delivered. */
async function confirmedBy(on: Transaction, seat: string, after: number): Promise<number> {
  const [row] = await lastQueued(on, seat);
  return Math.min(after, row?.last_cursor ?? 0);
}

/**
 * A seat fetches what is queued for it (binding, section 2): all up to `after` counts as delivered, and as the seat is
 * alive, its dead letters go back in the queue.
 */
export async function pull(
  context: StackContext,
  seat: string,
  after: number,
  limit: number,
): Promise<PullPage> {
  const { pool, hooks, clock, outbox } = context;
  let requeued: Delivery[] = [];
  const act = async (transaction: Transaction): Promise<PullPage> => {
    const found = await page(transaction, seat, after, limit + 1);
    const entries = found.slice(0, limit);
    const next = entries.at(-1)?.cursor ?? after;
    const confirmed = entries.length > 0 ? after : await confirmedBy(transaction, seat, after);
    const honest = { confirmed, entries, next, more: found.length > limit };
    const given = hooks.onPull(honest, { seat, after, limit });
    requeued = hooks.onRequeue(true, { seat, by: 'pull' }) ? await requeueDead(transaction, seat) : [];
    if (given.confirmed > 0) await confirmDeliveries(transaction, seat, given.confirmed, clock.now());
    return given;
  };
  const committed = ({ confirmed }: PullPage): void => {
    outbox.confirm(seat, confirmed);
    outbox.enqueue(requeued.filter(({ cursor }) => cursor > confirmed));
  };
  return inTransaction(pool, [], { act, committed });
}

/** The page as JSON; each message is the very text that was submitted. */
export function pageBody({ entries, next, more }: PullPage): Buffer {
  const parts: Buffer[] = [Buffer.from('{"messages":[')];
  entries.forEach(({ cursor, late, bytes }, index) => {
    parts.push(
      Buffer.from(`${index > 0 ? ',' : ''}{"cursor":${cursor},"late":${late},"message":`),
      bytes,
      Buffer.from('}'),
    );
  });
  parts.push(Buffer.from(`],"next":${next},"more":${more}}`));
  return Buffer.concat(parts);
}
