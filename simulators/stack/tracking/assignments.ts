import { statement } from '../database/transaction.ts';

/** A device on a movement for a time. */
export interface Assignment {
  readonly id: string;
  readonly reference: string;
  readonly platform: string;
  readonly deviceId: string;
  readonly plate: string;
  readonly container: string | null;
  /** Office that put it on. */
  readonly office: string;
  /** The message that told it. */
  readonly message: string;
  /** ms since the epoch. */
  readonly attachedAt: number;
  /** ms since the epoch; null while it is attached. */
  readonly detachedAt: number | null;
  /** Office that took it off; null when the movement ended instead. */
  readonly detachedOffice: string | null;
  /** `deviceSeq` of the last event told. */
  readonly lastSeq: number;
}

/** A device as one platform names it. */
export interface DeviceKey {
  readonly platform: string;
  readonly deviceId: string;
}

interface Row {
  id: string;
  reference: string;
  platform: string;
  device_id: string;
  plate: string;
  container: string | null;
  office: string;
  message: string;
  attached_at: Date;
  detached_at: Date | null;
  detached_office: string | null;
  last_seq: number;
}

const toAssignment = (row: Row): Assignment => ({
  id: row.id,
  reference: row.reference,
  platform: row.platform,
  deviceId: row.device_id,
  plate: row.plate,
  container: row.container,
  office: row.office,
  message: row.message,
  attachedAt: row.attached_at.getTime(),
  detachedAt: row.detached_at?.getTime() ?? null,
  detachedOffice: row.detached_office,
  lastSeq: row.last_seq,
});

const ofMovement = statement<Row>(
  'tracking-assignment-movement',
  'select * from tracking_assignment where reference = $1 order by attached_at, id',
);

/** All assignments of a movement, in order of attachment. */
export const findAssignments = async (
  on: Parameters<typeof ofMovement>[0],
  reference: string,
): Promise<Assignment[]> => (await ofMovement(on, reference)).map(toAssignment);

const ofDevices = statement<Row>(
  'tracking-assignment-devices',
  `select a.* from (select distinct * from unnest($1::text[], $2::text[]) as w (platform, device_id)) w
   join tracking_assignment a using (platform, device_id) order by a.attached_at, a.id`,
);

/** Assignments of these devices, past ones included, in order of attachment. */
export const findAssignmentsOf = async (
  on: Parameters<typeof ofDevices>[0],
  devices: readonly DeviceKey[],
): Promise<Assignment[]> => {
  const platforms = devices.map(({ platform }) => platform);
  const ids = devices.map(({ deviceId }) => deviceId);
  return (await ofDevices(on, platforms, ids)).map(toAssignment);
};

/** A device, and from when to when it has reported, ms since the epoch; null when it only gave a sign of life. */
export interface Reported extends DeviceKey {
  readonly from: number | null;
  readonly to: number | null;
}

const ofReported = statement<Row>(
  'tracking-assignment-reported',
  `select distinct a.* from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[])
     as w (platform, device_id, from_at, to_at)
   join tracking_assignment a using (platform, device_id)
   where exists (
     select from tracking_assignment b
     where b.platform = a.platform and b.device_id = a.device_id and b.reference = a.reference
       and (b.detached_at is null or (b.attached_at <= w.to_at and w.from_at < b.detached_at)))
   order by a.attached_at, a.id`,
);

/** Assignments of devices to the movements on which they are, or were while they reported, in order of attachment. */
export const findAssignmentsFor = async (
  on: Parameters<typeof ofReported>[0],
  reported: readonly Reported[],
): Promise<Assignment[]> => {
  const instant = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
  const rows = await ofReported(
    on,
    reported.map(({ platform }) => platform),
    reported.map(({ deviceId }) => deviceId),
    reported.map(({ from }) => instant(from)),
    reported.map(({ to }) => instant(to)),
  );
  return rows.map(toAssignment);
};

/** Whether a device was on its movement at an instant: from its attachment on, its removal excluded. */
export const covers = ({ attachedAt, detachedAt }: Assignment, at: number): boolean =>
  attachedAt <= at && (detachedAt === null || at < detachedAt);

const add = statement(
  'tracking-assignment-add',
  `insert into tracking_assignment (reference, platform, device_id, plate, container, office, message, attached_at, last_seq)
   select $1, $2, $3, $4, $5, $6, $7, $8, coalesce(max(last_seq), 0) from tracking_assignment
   where reference = $1 and platform = $2 and device_id = $3`,
);

/** Attaches a device; the numbers of its events go on where it was on this movement before. */
export const addAssignment = (
  on: Parameters<typeof add>[0],
  given: Omit<Assignment, 'id' | 'detachedAt' | 'detachedOffice' | 'lastSeq'>,
): Promise<unknown> => {
  const { reference, platform, deviceId, plate, container, office, message } = given;
  return add(
    on,
    reference,
    platform,
    deviceId,
    plate,
    container,
    office,
    message,
    new Date(given.attachedAt),
  );
};

const end = statement(
  'tracking-assignment-end',
  'update tracking_assignment set detached_at = $2, detached_office = $3 where id = $1',
);

/** Takes a device off; a removal is never before the attachment. */
export const endAssignment = (
  on: Parameters<typeof end>[0],
  { id, attachedAt: from }: Assignment,
  at: number,
  office: string | null,
): Promise<unknown> => end(on, id, new Date(Math.max(from, at)), office);

const count = statement(
  'tracking-assignment-count',
  `update tracking_assignment a set last_seq = w.last_seq from unnest($1::bigint[], $2::integer[]) as w (id, last_seq)
   where a.id = w.id`,
);

/** Keeps the numbers of the last events told, by assignment. */
export const countEvents = async (
  on: Parameters<typeof count>[0],
  numbers: ReadonlyMap<string, number>,
): Promise<void> => {
  if (numbers.size > 0) await count(on, [...numbers.keys()], [...numbers.values()]);
};
