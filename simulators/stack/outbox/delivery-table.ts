import { statement } from '../database/transaction.ts';
import type { Delivery } from './delivery.ts';

/** What is to be queued: for whom, which stored message. */
export interface QueueRequest {
  readonly recipient: string;
  readonly sender: string;
  readonly messageId: string;
  readonly messageType: string;
  readonly orderKey: string;
  readonly late: boolean;
}

const queue = statement<{ cursor: number; position: number }>(
  'delivery-queue',
  `with wanted as (
     select * from unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::boolean[]) with ordinality
       as w (recipient, sender, message_id, message_type, order_key, late, position)),
   locked as (
     select seat from participant where seat in (select recipient from wanted) order by seat for update),
   moved as (
     update participant p set last_cursor = p.last_cursor + counted.n
     from (select seat, (select count(*) from wanted where recipient = seat) as n from locked) counted
     where p.seat = counted.seat returning p.seat, p.last_cursor - counted.n as base),
   placed as (
     select w.*, m.base + row_number() over (partition by w.recipient order by w.position) as cursor
     from wanted w join moved m on m.seat = w.recipient),
   written as (
     insert into delivery (recipient, cursor, sender, message_id, message_type, order_key, late)
     select recipient, cursor, sender, message_id, message_type, order_key, late from placed)
   select cursor, position from placed`,
);

/** A request in its queue. */
export interface Placed {
  readonly request: QueueRequest;
  readonly cursor: number;
}

/** Gives each request the next cursor of its recipient, without gaps; the last statement of a transaction. */
export async function queueDeliveries(
  on: Parameters<typeof queue>[0],
  requests: readonly QueueRequest[],
): Promise<Placed[]> {
  const column = <Name extends keyof QueueRequest>(name: Name) => requests.map((request) => request[name]);
  const rows = await queue(
    on,
    ...[column('recipient'), column('sender'), column('messageId'), column('messageType')],
    ...[column('orderKey'), column('late')],
  );
  return placedOf(rows, requests);
}

const placed = statement<{ cursor: number; position: number }>(
  'delivery-placed',
  `select distinct on (d.recipient, d.cursor) d.cursor, w.position
   from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as w (recipient, sender, message_id, position)
   join delivery d using (recipient, sender, message_id) order by d.recipient, d.cursor`,
);

/** Where requests that are committed stand in their queues. */
export async function findPlaced(
  on: Parameters<typeof placed>[0],
  requests: readonly QueueRequest[],
): Promise<Placed[]> {
  const column = <Name extends keyof QueueRequest>(name: Name) => requests.map((request) => request[name]);
  return placedOf(await placed(on, column('recipient'), column('sender'), column('messageId')), requests);
}

const placedOf = (
  rows: readonly { readonly cursor: number; readonly position: number }[],
  requests: readonly QueueRequest[],
): Placed[] =>
  rows.flatMap(({ cursor, position }) => {
    const request = requests[position - 1];
    return request ? [{ request, cursor }] : [];
  });

interface Row {
  recipient: string;
  cursor: number;
  sender: string;
  message_id: string;
  message_type: string;
  order_key: string;
  late: boolean;
  attempts: number;
  first_attempt_at: Date | null;
  next_attempt_at: Date | null;
}

const toDelivery = (row: Row): Delivery => ({
  recipient: row.recipient,
  cursor: row.cursor,
  sender: row.sender,
  messageId: row.message_id,
  messageType: row.message_type,
  orderKey: row.order_key,
  late: row.late,
  attempts: row.attempts,
  firstAttemptAt: row.first_attempt_at?.getTime() ?? null,
  nextAttemptAt: row.next_attempt_at?.getTime() ?? null,
  bytes: null,
});

const COLUMNS = `recipient, cursor, sender, message_id, message_type, order_key, late, attempts, first_attempt_at,
  next_attempt_at`;

const pending = statement<Row>(
  'delivery-pending',
  `select ${COLUMNS} from delivery where state = 'pending' order by recipient, cursor`,
);

/** All that is still to be delivered, after a restart. */
export const findPending = async (on: Parameters<typeof pending>[0]): Promise<Delivery[]> =>
  (await pending(on)).map(toDelivery);

const openBetween = statement<Row>(
  'delivery-open-between',
  `select ${COLUMNS} from delivery
   where recipient = $1 and cursor > $2 and cursor < $3 and state = 'pending' order by cursor`,
);

/** What is still to be delivered to a seat between two cursors, both left out. */
export const findOpenBetween = async (
  on: Parameters<typeof openBetween>[0],
  seat: string,
  after: number,
  before: number,
): Promise<Delivery[]> => (await openBetween(on, seat, after, before)).map(toDelivery);

const requeue = statement<Row>(
  'delivery-requeue',
  `update delivery set state = 'pending', attempts = 0, first_attempt_at = null, next_attempt_at = null, ended_at = null,
     reason = null
   where recipient = $1 and state = 'dead' returning ${COLUMNS}`,
);

/** Puts the dead letters of a seat back in its queue. */
export const requeueDead = async (on: Parameters<typeof requeue>[0], seat: string): Promise<Delivery[]> =>
  (await requeue(on, seat)).map(toDelivery).sort((a, b) => a.cursor - b.cursor);

const told = statement<{ recipient: string }>(
  'delivery-told',
  'select recipient from delivery where recipient = any($1) and sender = $2 and message_id = $3',
);

/** Those of the seats in whose queue this message stands or stood. */
export const findTold = async (
  on: Parameters<typeof told>[0],
  seats: readonly string[],
  { sender, messageId }: Pick<QueueRequest, 'sender' | 'messageId'>,
): Promise<string[]> => (await told(on, seats, sender, messageId)).map(({ recipient }) => recipient);

const end = statement(
  'delivery-end',
  `update delivery set state = 'ended', ended_at = $3 where recipient = $1 and cursor = any($2) and state = 'pending'`,
);

/** The recipient has these, or has refused them. */
export const endDeliveries = (
  on: Parameters<typeof end>[0],
  recipient: string,
  cursors: readonly number[],
  at: number,
): Promise<unknown> => end(on, recipient, cursors, new Date(at));

const confirm = statement(
  'delivery-confirm',
  `update delivery set state = 'ended', ended_at = $3 where recipient = $1 and cursor <= $2 and state = 'pending'`,
);

/** A pull says that the recipient has all up to `cursor`. */
export const confirmDeliveries = (
  on: Parameters<typeof confirm>[0],
  recipient: string,
  cursor: number,
  at: number,
): Promise<unknown> => confirm(on, recipient, cursor, new Date(at));

const failed = statement(
  'delivery-failed',
  `update delivery set attempts = $3, first_attempt_at = $4, next_attempt_at = $5, reason = $6
   where recipient = $1 and cursor = $2 and state = 'pending'`,
);

/** An attempt failed; there will be another. */
export const recordFailure = (
  on: Parameters<typeof failed>[0],
  { recipient, cursor, attempts, firstAttemptAt, nextAttemptAt }: Delivery,
  reason: string,
): Promise<unknown> => {
  const instant = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
  return failed(on, recipient, cursor, attempts, instant(firstAttemptAt), instant(nextAttemptAt), reason);
};

const bury = statement(
  'delivery-bury',
  `update delivery set state = 'dead', ended_at = $3, attempts = $4, first_attempt_at = $5, reason = coalesce($6, reason)
   where recipient = $1 and cursor = $2 and state = 'pending' returning 1`,
);

/** No more attempts; false when it had ended meanwhile. */
export async function buryDelivery(
  on: Parameters<typeof bury>[0],
  { recipient, cursor, attempts, firstAttemptAt }: Delivery,
  at: number,
  reason: string | null,
): Promise<boolean> {
  const first = firstAttemptAt === null ? null : new Date(firstAttemptAt);
  return (await bury(on, recipient, cursor, new Date(at), attempts, first, reason)).length === 1;
}
