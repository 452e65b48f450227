import { statement } from '../database/transaction.ts';

/** A guarantee in the regional register, its amounts included. Amounts are whole XOF. */
export interface Guarantee {
  readonly reference: string;
  readonly kind: 'fund' | 'reservable';
  readonly holderTaxId: string;
  readonly accessSalt: string;
  readonly accessHash: string;
  readonly countries: readonly string[];
  /** ms since the epoch. */
  readonly validFrom: number;
  readonly validUntil: number;
  /** Null for a fund. */
  readonly referenceAmount: number | null;
  readonly receipt: string | null;
  readonly cancelled: boolean;
  /** Sum of the open reservations. */
  readonly reservedAmount: number;
}

/** Part of a guarantee that stands for one movement. */
export interface Reservation {
  readonly transitReference: string;
  readonly reservationId: string;
  readonly amount: number;
  readonly state: 'reserved' | 'released' | 'cancelled';
}

interface Row {
  reference: string;
  kind: Guarantee['kind'];
  holder_tax_id: string;
  access_salt: string;
  access_hash: string;
  countries: string[];
  valid_from: Date;
  valid_until: Date;
  reference_amount: number | null;
  receipt: string | null;
  cancelled: boolean;
}

const sum = statement<{ amount: number }>(
  'reservation-sum',
  `select coalesce(sum(amount), 0)::bigint as amount from reservation where guarantee = $1 and state = 'reserved'`,
);
const locked = statement<Row>('guarantee-locked', 'select * from guarantee where reference = $1 for update');
const plain = statement<Row>('guarantee', 'select * from guarantee where reference = $1');

type On = Parameters<typeof sum>[0];

/** The guarantee, or null. `lock` keeps others off it until the transaction ends. */
export async function findGuarantee(on: On, reference: string, lock: boolean): Promise<Guarantee | null> {
  const [row] = await (lock ? locked : plain)(on, reference);
  if (!row) return null;
  const [reserved] = await sum(on, reference);
  return {
    reference: row.reference,
    kind: row.kind,
    holderTaxId: row.holder_tax_id,
    accessSalt: row.access_salt,
    accessHash: row.access_hash,
    countries: row.countries,
    validFrom: row.valid_from.getTime(),
    validUntil: row.valid_until.getTime(),
    referenceAmount: row.reference_amount,
    receipt: row.receipt,
    cancelled: row.cancelled,
    reservedAmount: reserved?.amount ?? 0,
  };
}

const insert = statement(
  'guarantee-insert',
  `insert into guarantee (reference, kind, holder_tax_id, access_salt, access_hash, countries, valid_from, valid_until,
     reference_amount, receipt) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict do nothing returning 1`,
);

/** Enters a guarantee; false when the reference is taken. */
export async function insertGuarantee(on: On, guarantee: Guarantee): Promise<boolean> {
  const { reference, kind, holderTaxId, accessSalt, accessHash, countries } = guarantee;
  const validity = [new Date(guarantee.validFrom), new Date(guarantee.validUntil)];
  const values = [reference, kind, holderTaxId, accessSalt, accessHash, countries, ...validity];
  return (await insert(on, ...values, guarantee.referenceAmount, guarantee.receipt)).length === 1;
}

const cancel = statement('guarantee-cancel', 'update guarantee set cancelled = true where reference = $1');
/** The guarantee is good for nothing new. */
export const cancelGuarantee = (on: On, reference: string): Promise<unknown> => cancel(on, reference);

interface ReservationRow {
  transit_reference: string;
  reservation_id: string;
  amount: number;
  state: Reservation['state'];
}

const toReservation = (row: ReservationRow): Reservation => ({
  transitReference: row.transit_reference,
  reservationId: row.reservation_id,
  amount: row.amount,
  state: row.state,
});

const one = statement<ReservationRow>(
  'reservation',
  'select * from reservation where guarantee = $1 and transit_reference = $2',
);

/** What stands, or stood, for a movement, or null. */
export async function findReservation(
  on: On,
  guarantee: string,
  movement: string,
): Promise<Reservation | null> {
  const [row] = await one(on, guarantee, movement);
  return row ? toReservation(row) : null;
}

const open = statement<ReservationRow>(
  'reservation-open',
  `select * from reservation where guarantee = $1 and state = 'reserved' order by transit_reference`,
);
export const findOpenReservations = async (on: On, guarantee: string): Promise<Reservation[]> =>
  (await open(on, guarantee)).map(toReservation);

const reserve = statement(
  'reservation-insert',
  `insert into reservation (guarantee, transit_reference, reservation_id, amount, state)
   values ($1, $2, $3, $4, 'reserved')`,
);
export const insertReservation = (
  on: On,
  guarantee: string,
  { transitReference, reservationId, amount }: Reservation,
): Promise<unknown> => reserve(on, guarantee, transitReference, reservationId, amount);

const close = statement<{ guarantee: string }>(
  'reservation-close',
  `update reservation set state = $2 where transit_reference = $1 and state = 'reserved' returning guarantee`,
);
/** Ends all that stands for a movement; on which guarantees it stood. */
export const closeReservations = async (
  on: On,
  movement: string,
  state: 'released' | 'cancelled',
): Promise<string[]> => (await close(on, movement, state)).map(({ guarantee }) => guarantee);

const keep = statement(
  'reservation-keep',
  `insert into reservation (guarantee, transit_reference, reservation_id, amount, state)
   values ($1, $2, $3, $4, 'reserved')
   on conflict (guarantee, transit_reference) do update
     set reservation_id = excluded.reservation_id, amount = excluded.amount, state = 'reserved'`,
);
/** A register outside holds this. */
export const keepReservation = (
  on: On,
  guarantee: string,
  { transitReference, reservationId, amount }: Omit<Reservation, 'state'>,
): Promise<unknown> => keep(on, guarantee, transitReference, reservationId, amount);

const closeOne = statement(
  'reservation-close-one',
  `update reservation set state = 'released'
   where guarantee = $1 and transit_reference = $2 and state = 'reserved'`,
);
/** A register outside holds nothing of this guarantee for a movement any more. */
export const closeReservation = (on: On, guarantee: string, movement: string): Promise<unknown> =>
  closeOne(on, guarantee, movement);

const claim = statement(
  'reservation-claim',
  'update reservation set claimed_amount = $3 where guarantee = $1 and transit_reference = $2',
);
export const claimReservation = (
  on: On,
  guarantee: string,
  movement: string,
  amount: number,
): Promise<unknown> => claim(on, guarantee, movement, amount);
