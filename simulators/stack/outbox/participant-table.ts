import { statement } from '../database/transaction.ts';

/** A seat that takes deliveries, and where. */
export interface Participant {
  readonly seat: string;
  readonly baseUrl: string;
  readonly system: string;
}

const seed = statement(
  'participant-seed',
  'insert into participant (seat) select unnest($1::text[]) on conflict do nothing',
);

/** Makes sure that each seat has a queue, whether it has told its address or not. */
export const seedParticipants = (
  on: Parameters<typeof seed>[0],
  seats: readonly string[],
): Promise<unknown> => seed(on, seats);

const register = statement(
  'participant-register',
  `insert into participant (seat, base_url, system) values ($1, $2, $3)
   on conflict (seat) do update set base_url = excluded.base_url, system = excluded.system`,
);

/** Registers or moves the address of a seat. */
export const registerParticipant = (
  on: Parameters<typeof register>[0],
  { seat, baseUrl, system }: Participant,
): Promise<unknown> => register(on, seat, baseUrl, system);

const all = statement<{ seat: string; base_url: string; system: string }>(
  'participant-all',
  'select seat, base_url, system from participant where base_url is not null order by seat',
);

/** The seats that have told their address. */
export const findParticipants = async (on: Parameters<typeof all>[0]): Promise<Participant[]> =>
  (await all(on)).map(({ seat, base_url: baseUrl, system }) => ({ seat, baseUrl, system }));

const positions = statement<{ seat: string; last_cursor: number }>(
  'participant-positions',
  'select seat, last_cursor from participant',
);

/** The last cursor of each seat. */
export const findPositions = async (on: Parameters<typeof positions>[0]): Promise<Map<string, number>> =>
  new Map((await positions(on)).map(({ seat, last_cursor }) => [seat, last_cursor]));

const counts = statement<{
  last_cursor: number;
  pending: number;
  dead: number;
  first_open: number | null;
}>(
  'participant-counts',
  `select last_cursor,
     (select count(*) from delivery where recipient = seat and state = 'pending') as pending,
     (select count(*) from delivery where recipient = seat and state = 'dead') as dead,
     (select min(cursor) from delivery where recipient = seat and state <> 'ended') as first_open
   from participant where seat = $1`,
);

/** How far deliveries to a seat have come; null for a seat that nobody knows. */
export async function countDeliveries(
  on: Parameters<typeof counts>[0],
  seat: string,
): Promise<{ cursor: number; lastQueued: number; pending: number; deadLetters: number } | null> {
  const [row] = await counts(on, seat);
  if (!row) return null;
  const cursor = row.first_open === null ? row.last_cursor : row.first_open - 1;
  return { cursor, lastQueued: row.last_cursor, pending: row.pending, deadLetters: row.dead };
}
