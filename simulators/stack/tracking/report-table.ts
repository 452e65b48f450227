import { statement, type Transaction } from '../database/transaction.ts';
import type { Memories } from './analysis/analyses.ts';
import type { DeviceKey } from './assignments.ts';
import { digestOfReport, type KeptReport } from './kept-report.ts';
import type { Placed } from './replay.ts';

/** A report that is to be kept. */
export interface Keeping extends DeviceKey {
  readonly report: KeptReport;
  readonly reference: string | null;
  /** ms since the epoch. */
  readonly at: number;
}

const insert = statement<{ position: number; id: string }>(
  'tracking-report-insert',
  `with wanted as (
     select * from unnest($1::text[], $2::text[], $3::bytea[], $4::text[], $5::timestamptz[], $6::json[]) with ordinality
       as w (platform, device_id, digest, reference, placed_at, content, position)),
   written as (
     insert into tracking_report (platform, device_id, digest, reference, placed_at, content)
     select platform, device_id, digest, reference, placed_at, content
     from (select distinct on (platform, device_id, digest) * from wanted
           order by platform, device_id, digest, position) once
     order by position
     on conflict do nothing returning id, platform, device_id, digest)
   select distinct on (w.id) w.id, position::int from written w join wanted using (platform, device_id, digest)
   order by w.id, position`,
);

/** Keeps reports, those of one moment in the order given; gives the ids of those that are new, by their place in the list. */
export async function keepReports(
  on: Transaction,
  reports: readonly Keeping[],
): Promise<ReadonlyMap<number, string>> {
  if (reports.length === 0) return new Map();
  const rows = await insert(
    on,
    reports.map(({ platform }) => platform),
    reports.map(({ deviceId }) => deviceId),
    reports.map(({ report }) => digestOfReport(report)),
    reports.map(({ reference }) => reference),
    reports.map(({ at }) => new Date(at)),
    reports.map(({ report }) => JSON.stringify(report)),
  );
  return new Map(rows.map(({ position, id }) => [position - 1, id]));
}

/** Where fresh reports of a device on a movement lie: from the first to the last instant, ms since the epoch. */
export interface Span extends DeviceKey {
  readonly reference: string;
  readonly from: number;
  readonly to: number;
}

/** What surrounds fresh reports. */
export interface Stretch {
  readonly previous: Placed | null;
  readonly lastTold: number | null;
  /** In order: the fresh ones, those between them, and some after them. */
  readonly reports: readonly Placed[];
}

interface Row {
  span: number;
  place: 'before' | 'within' | 'told';
  id: string;
  placed_at: Date;
  content: KeptReport;
  active: string[];
  told_alerts: string[];
  told: boolean;
  state: string | null;
}

/** Reports after the last fresh one that are looked at again: what an analysis remembers has settled by then. */
const LOOKED_AT_AGAIN = 200;

const OF_SPAN =
  'r.reference = s.reference and r.platform = s.platform and r.device_id = s.device_id and r.placed_at';
const COLUMNS = 'id, placed_at, content, active, told_alerts, told, state';

const around = statement<Row>(
  'tracking-report-around',
  `select s.span::int, found.* from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])
     with ordinality as s (reference, platform, device_id, from_at, to_at, span)
   cross join lateral (
     (select 'before' as place, ${COLUMNS} from tracking_report r where ${OF_SPAN} < s.from_at
      order by r.placed_at desc, r.id desc limit 1)
     union all
     (select 'told' as place, ${COLUMNS} from tracking_report r where ${OF_SPAN} < s.from_at and r.told
      order by r.placed_at desc, r.id desc limit 1)
     union all
     (select 'within' as place, ${COLUMNS} from tracking_report r where ${OF_SPAN} between s.from_at and s.to_at
      order by r.placed_at, r.id)
     union all
     (select 'within' as place, ${COLUMNS} from tracking_report r where ${OF_SPAN} > s.to_at
      order by r.placed_at, r.id limit ${LOOKED_AT_AGAIN})
   ) found`,
);

/** Reads what surrounds the fresh reports of each span, in the order of the spans. */
export async function findStretches(
  on: Transaction,
  spans: readonly Span[],
  fresh: ReadonlySet<string>,
): Promise<Stretch[]> {
  if (spans.length === 0) return [];
  const rows = await around(
    on,
    spans.map(({ reference }) => reference),
    spans.map(({ platform }) => platform),
    spans.map(({ deviceId }) => deviceId),
    spans.map(({ from }) => new Date(from)),
    spans.map(({ to }) => new Date(to)),
  );
  return spans.map((_, index) => {
    const own = rows.filter(({ span }) => span === index + 1);
    const at = (place: Row['place']): Row[] => own.filter((row) => row.place === place);
    const [before] = at('before');
    return {
      previous: before ? toPlaced(before, fresh) : null,
      lastTold: at('told')[0]?.placed_at.getTime() ?? null,
      reports: at('within')
        .map((row) => toPlaced(row, fresh))
        .sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id)),
    };
  });
}

const toPlaced = (row: Row, fresh: ReadonlySet<string>): Placed => ({
  id: row.id,
  report: row.content,
  at: row.placed_at.getTime(),
  fresh: fresh.has(row.id),
  active: row.active,
  toldAlerts: row.told_alerts,
  told: row.told,
  memories: row.state === null ? null : (JSON.parse(row.state) as Memories),
});

const save = statement(
  'tracking-report-save',
  `update tracking_report r set active = coalesce(string_to_array(nullif(w.active, ''), ','), '{}'),
     told_alerts = coalesce(string_to_array(nullif(w.told_alerts, ''), ','), '{}'), told = w.told, state = w.state
   from unnest($1::bigint[], $2::text[], $3::text[], $4::boolean[], $5::text[])
     as w (id, active, told_alerts, told, state)
   where r.id = w.id`,
);

/** Writes what is kept beside reports. */
export async function saveStretch(on: Transaction, changed: readonly Placed[]): Promise<void> {
  if (changed.length === 0) return;
  await save(
    on,
    changed.map(({ id }) => id),
    changed.map(({ active }) => active.join(',')),
    changed.map(({ toldAlerts }) => toldAlerts.join(',')),
    changed.map(({ told }) => told),
    changed.map(({ memories }) => JSON.stringify(memories)),
  );
}

const journey = statement<Row & { platform: string; device_id: string }>(
  'tracking-report-journey',
  `select platform, device_id, ${COLUMNS} from tracking_report where reference = $1 order by placed_at, id`,
);

/** All reports of a movement, in the order of their places. */
export const findReports = async (
  on: Parameters<typeof journey>[0],
  reference: string,
): Promise<(DeviceKey & { placed: Placed })[]> =>
  (await journey(on, reference)).map((row) => ({
    platform: row.platform,
    deviceId: row.device_id,
    placed: toPlaced(row, new Set()),
  }));

const newest = statement<Row>(
  'tracking-report-newest',
  `select ${COLUMNS} from tracking_report where reference = $1 and platform = $2 and device_id = $3
   order by placed_at desc, id desc limit 1`,
);

/** The newest report of a device on a movement, or null. */
export async function findNewest(
  on: Parameters<typeof newest>[0],
  { reference, platform, deviceId }: DeviceKey & { readonly reference: string },
): Promise<Placed | null> {
  const [row] = await newest(on, reference, platform, deviceId);
  return row ? toPlaced(row, new Set()) : null;
}
