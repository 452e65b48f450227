import { statement } from '../database/transaction.ts';
import type { TimerKind } from '../ledger/step.ts';

/** Something that falls due on the stack's clock, for one movement. */
export interface DueTimer {
  readonly kind: TimerKind;
  readonly reference: string;
  /** ms since the epoch. */
  readonly dueAt: number;
}

const set = statement(
  'timer-set',
  `insert into timer (kind, reference, due_at) values ($1, $2, $3)
   on conflict (kind, reference) do update set due_at = excluded.due_at`,
);

/** Sets or moves a timer. */
export const setTimer = (
  on: Parameters<typeof set>[0],
  kind: TimerKind,
  reference: string,
  dueAt: number,
): Promise<unknown> => set(on, kind, reference, new Date(dueAt));

const first = statement<{ kind: TimerKind; reference: string; due_at: Date }>(
  'timer-first',
  'select kind, reference, due_at from timer order by due_at, kind, reference limit 1',
);

/** The timer that falls due first, or null. */
export async function firstTimer(on: Parameters<typeof first>[0]): Promise<DueTimer | null> {
  const [row] = await first(on);
  return row ? { kind: row.kind, reference: row.reference, dueAt: row.due_at.getTime() } : null;
}

const take = statement(
  'timer-take',
  'delete from timer where kind = $1 and reference = $2 and due_at = $3 returning 1',
);

/** Takes a timer out; false when it was moved or taken meanwhile. */
export const takeTimer = async (
  on: Parameters<typeof take>[0],
  { kind, reference, dueAt }: DueTimer,
): Promise<boolean> => (await take(on, kind, reference, new Date(dueAt))).length === 1;
