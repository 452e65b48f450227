import type { deviceStates } from '../../../profile/code-lists/code-lists.ts';
import { lockNames, statement, type Transaction } from '../database/transaction.ts';
import type { DeviceKey } from './assignments.ts';
import { keyOf } from './tracker.ts';
import { TrackingError } from './tracking-error.ts';

export type DeviceState = keyof typeof deviceStates;

/** A device as its platform knows it. Instants in ms since the epoch. */
export interface TrackedDevice extends DeviceKey {
  readonly protocol: string;
  /** Its clock, minutes ahead of UTC. */
  readonly zoneMinutes: number;
  readonly state: DeviceState;
  /** When its newest report was recorded. */
  readonly newestAt: number | null;
  /** When it was last heard, by the clock of the stack. */
  readonly heardAt: number | null;
  /** Its clock was ahead when it was last heard, and its country has been told on the movement on which it is. */
  readonly clockAhead: boolean;
}

interface Row {
  platform: string;
  device_id: string;
  protocol: string;
  zone_minutes: number;
  state: DeviceState;
  newest_at: Date | null;
  heard_at: Date | null;
  clock_ahead: boolean;
}

const toDevice = (row: Row): TrackedDevice => ({
  platform: row.platform,
  deviceId: row.device_id,
  protocol: row.protocol,
  zoneMinutes: row.zone_minutes,
  state: row.state,
  newestAt: row.newest_at?.getTime() ?? null,
  heardAt: row.heard_at?.getTime() ?? null,
  clockAhead: row.clock_ahead,
});

const put = statement<Row>(
  'tracking-device-put',
  `insert into tracking_device (platform, device_id, protocol, zone_minutes) values ($1, $2, $3, $4)
   on conflict (platform, device_id) do update set protocol = excluded.protocol, zone_minutes = excluded.zone_minutes
   returning *`,
);

/** Registers a device, or changes what is known of it; what it is attached to stays. */
export async function putDevice(
  on: Parameters<typeof put>[0],
  {
    platform,
    deviceId,
    protocol,
    zoneMinutes,
  }: Pick<TrackedDevice, 'platform' | 'deviceId' | 'protocol' | 'zoneMinutes'>,
): Promise<TrackedDevice> {
  const [row] = await put(on, platform, deviceId, protocol, zoneMinutes);
  if (!row)
    throw new TrackingError(
      'NOT_KEPT',
      `Failed to register the device ${deviceId}: the database gave no row.`,
    );
  return toDevice(row);
}

const select = statement<Row>(
  'tracking-devices',
  `select d.* from unnest($1::text[], $2::text[]) as w (platform, device_id)
   join tracking_device d using (platform, device_id)`,
);

/** Those of the devices that are registered. */
export async function findDevices(
  on: Parameters<typeof select>[0],
  devices: readonly DeviceKey[],
): Promise<TrackedDevice[]> {
  const platforms = devices.map(({ platform }) => platform);
  const ids = devices.map(({ deviceId }) => deviceId);
  return (await select(on, platforms, ids)).map(toDevice);
}

/** The device, or null. */
export const findDevice = async (
  on: Parameters<typeof select>[0],
  device: DeviceKey,
): Promise<TrackedDevice | null> => (await findDevices(on, [device]))[0] ?? null;

const lock = statement<Row>(
  'tracking-device-lock',
  `select d.* from (select distinct * from unnest($1::text[], $2::text[]) as w (platform, device_id)) w
   join tracking_device d using (platform, device_id) order by d.platform, d.device_id for update of d`,
);

/**
 * Those of the devices that are registered, as nobody else changes them until the transaction ends: who takes their reports and
 * who changes what they are attached to wait for each other, after the locks of movements.
 */
export async function lockDevices(on: Transaction, devices: readonly DeviceKey[]): Promise<TrackedDevice[]> {
  const platforms = devices.map(({ platform }) => platform);
  const ids = devices.map(({ deviceId }) => deviceId);
  return (await lock(on, platforms, ids)).map(toDevice);
}

/**
 * Nobody else puts the devices on a movement or takes them off until the transaction ends: of those of a guest platform there is no
 * row to lock. After the locks of movements, before those of rows.
 */
export const lockAssigning = (on: Transaction, devices: readonly DeviceKey[]): Promise<void> =>
  lockNames(
    on,
    devices.map((device) => `device ${keyOf(device)}`),
  );

const save = statement(
  'tracking-device-save',
  `update tracking_device d set newest_at = w.newest_at, heard_at = w.heard_at, clock_ahead = w.clock_ahead
   from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::boolean[])
     as w (platform, device_id, newest_at, heard_at, clock_ahead)
   where d.platform = w.platform and d.device_id = w.device_id`,
);

/** Writes what changes of devices from report to report; their states are changed by themselves. */
export async function saveDevices(
  on: Parameters<typeof save>[0],
  devices: readonly TrackedDevice[],
): Promise<void> {
  if (devices.length === 0) return;
  const instant = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));
  await save(
    on,
    devices.map(({ platform }) => platform),
    devices.map(({ deviceId }) => deviceId),
    devices.map(({ newestAt }) => instant(newestAt)),
    devices.map(({ heardAt }) => instant(heardAt)),
    devices.map(({ clockAhead }) => clockAhead),
  );
}

const note = statement(
  'tracking-device-state-note',
  `insert into tracking_device_state (reference, platform, device_id, state, since) values ($1, $2, $3, $4, $5)`,
);

/** Notes a change of state on a movement. */
export const noteState = (
  on: Parameters<typeof note>[0],
  reference: string,
  { platform, deviceId }: DeviceKey,
  state: DeviceState,
  since: number,
): Promise<unknown> => note(on, reference, platform, deviceId, state, new Date(since));

const states = statement<{ platform: string; device_id: string; state: DeviceState; since: Date }>(
  'tracking-device-states',
  'select platform, device_id, state, since from tracking_device_state where reference = $1 order by since, position',
);

/** Every change of state on a movement, in order. */
export const findStates = async (
  on: Parameters<typeof states>[0],
  reference: string,
): Promise<(DeviceKey & { state: DeviceState; since: number })[]> =>
  (await states(on, reference)).map(({ platform, device_id: deviceId, state, since }) => ({
    platform,
    deviceId,
    state,
    since: since.getTime(),
  }));

const unknown = statement(
  'tracking-unknown',
  `insert into tracking_unknown (platform, protocol, reports, device_id, last_at) values ($1, $2, $3, $4, $5)
   on conflict (platform, protocol) do update set reports = tracking_unknown.reports + excluded.reports,
     device_id = excluded.device_id, last_at = excluded.last_at`,
);

/** Counts reports of a device that nobody registered. */
export const countUnknown = (
  on: Parameters<typeof unknown>[0],
  platform: string,
  protocol: string,
  told: { readonly reports: number; readonly deviceId: string | null; readonly at: number },
): Promise<unknown> => unknown(on, platform, protocol, told.reports, told.deviceId, new Date(told.at));
