import { statement, type Transaction } from '../database/transaction.ts';
import type { DeviceKey } from './assignments.ts';
import type { KeptReport } from './kept-report.ts';

/** A kept report whose movement is another than the assignments of its device say. */
export interface Misplaced {
  readonly id: string;
  readonly reference: string | null;
  /** Its place in the journey, ms since the epoch. */
  readonly at: number;
  readonly report: KeptReport;
}

const misplaced = statement<{ id: string; reference: string | null; placed_at: Date; content: KeptReport }>(
  'tracking-report-misplaced',
  `select id, reference, placed_at, content from tracking_report r
   where platform = $1 and device_id = $2 and placed_at >= $3 and reference is distinct from (
     select a.reference from tracking_assignment a
     where a.platform = r.platform and a.device_id = r.device_id and a.attached_at <= r.placed_at
       and (a.detached_at is null or r.placed_at < a.detached_at)
     order by a.attached_at desc, a.id desc limit 1)
   order by placed_at, id`,
);

/** The reports of a device from an instant on (ms since the epoch) that are not on the movement on which it was. */
export const findMisplaced = async (
  on: Transaction,
  { platform, deviceId }: DeviceKey,
  from: number,
): Promise<Misplaced[]> =>
  (await misplaced(on, platform, deviceId, new Date(from))).map(({ id, reference, placed_at, content }) => ({
    id,
    reference,
    at: placed_at.getTime(),
    report: content,
  }));

/** The movement of a report from now on, and what was told of it there. */
export interface Moved {
  readonly id: string;
  readonly reference: string | null;
  readonly told: boolean;
  readonly toldAlerts: readonly string[];
}

const move = statement(
  'tracking-report-move',
  `update tracking_report r set reference = w.reference, told = w.told, active = '{}', state = null,
     told_alerts = coalesce(string_to_array(nullif(w.told_alerts, ''), ','), '{}')
   from unnest($1::bigint[], $2::text[], $3::boolean[], $4::text[]) as w (id, reference, told, told_alerts)
   where r.id = w.id`,
);

/** Gives reports to other movements, or to none. */
export async function moveReports(on: Transaction, moved: readonly Moved[]): Promise<void> {
  if (moved.length === 0) return;
  await move(
    on,
    moved.map(({ id }) => id),
    moved.map(({ reference }) => reference),
    moved.map(({ told }) => told),
    moved.map(({ toldAlerts }) => toldAlerts.join(',')),
  );
}
