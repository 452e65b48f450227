import { hashText } from '../../../fixtures/random.ts';
import type { DeviceAssignmentPayload } from '../../../profile/messages/device-assignment.ts';
import {
  ConnectedDevice,
  type DeviceExchange,
} from '../../../simulators/tracking/devices/connected-device.ts';
import type { Device, Reading } from '../../../simulators/tracking/devices/dialect.ts';
import { loadDialect } from '../../../simulators/tracking/devices/dialects.ts';
import type { ListenerAddress, Transport } from '../../../simulators/tracking/devices/link.ts';
import type { ProtocolName } from '../../../simulators/tracking/protocols/protocol.ts';
import { listIn, numberIn, textIn } from '../../checks/recorded.ts';
import { HarnessError, InconclusiveError } from '../errors.ts';
import type { CorridorWorld, Sent } from '../world.ts';
import { deviceIdOf } from './device-ids.ts';

/** A device of a scenario: whose it is, and its connection once it has one. */
export interface TrackedDevice {
  readonly platform: string;
  readonly protocol: ProtocolName;
  readonly device: Device;
  link?: ConnectedDevice;
  /** What became of the last bytes that it sent. */
  last?: DeviceExchange | undefined;
  /** The clock of the device is ahead of the truth by this, ms. */
  aheadMs: number;
}

/** A scenario's tracking day begins this long before now: all that it reports has happened already. */
const DAY_BEGAN_MS = 8 * 3_600_000;
const MINUTE_MS = 60_000;

/** What a scenario has in hand of trackers. */
export class TrackingDesk {
  readonly world: CorridorWorld;
  readonly devices: TrackedDevice[] = [];
  /** Readings sent in this scenario, oldest first, by the clock of their device. */
  readonly readings: Reading[] = [];
  /** When the first device is put on, ms since the epoch, whole minute. */
  readonly beganAt: number;

  constructor(world: CorridorWorld) {
    this.world = world;
    this.beganAt = Math.floor((world.environment.clock.now() - DAY_BEGAN_MS) / MINUTE_MS) * MINUTE_MS;
    world.onClose(() => Promise.all(this.devices.map(({ link }) => link?.disconnect('cut'))));
  }

  /** The device that the scenario speaks of: the last one named. */
  get current(): TrackedDevice {
    return (
      this.devices.at(-1) ??
      missing('une balise', 'Commencez par « Étant donné une balise ... » ou « un camion suivi ... ».')
    );
  }

  /** The device named first (1), second (2) ... in this scenario. */
  device(nth: number): TrackedDevice {
    return (
      this.devices[nth - 1] ?? missing(`une balise nº ${nth}`, 'Nommez-la plus haut : « une balise ... ».')
    );
  }

  /** Makes a device known to a platform, as its country would. */
  async register(protocol: ProtocolName, platform: string, zoneMinutes?: number): Promise<TrackedDevice> {
    const tracked = await this.stranger(protocol, platform, zoneMinutes);
    await this.enrol(tracked, tracked.device.zoneMinutes);
    return tracked;
  }

  /** Tells a platform, rightly or not, to which zone the clock of a device is set. */
  async enrol({ platform, protocol, device }: TrackedDevice, zoneMinutes: number): Promise<void> {
    const path = `/v0/tracking/devices/${platform}/${device.id}`;
    const seat = this.world.seat(platform.slice(-2));
    const { status, fault } = await seat.hub.request('PUT', path, { protocol, zoneMinutes });
    if (status !== 204 && status !== 200)
      throw new InconclusiveError(
        `La plateforme ${platform} n'inscrit pas la balise ${device.id} : ${fault ?? `réponse ${status}`}.`,
        'Voir docs/profile/tracking.md : chaque plateforme sous test tient un registre des balises.',
      );
  }

  /** A device that speaks to a platform which has never heard of it. */
  async stranger(protocol: ProtocolName, platform: string, zoneMinutes?: number): Promise<TrackedDevice> {
    const { world } = this;
    const dialect = await loadDialect(protocol);
    const nth = this.devices.length;
    const serial = world.run.serial(hashText(`${world.id} device ${nth}`) % 1_000_000);
    let frames = 0;
    const device: Device = {
      id: deviceIdOf(protocol, serial, world.run.settings.salt),
      zoneMinutes: zoneMinutes ?? dialect.protocol.zoneMinutes,
      nextSerial: () => {
        frames += 1;
        return frames;
      },
    };
    const tracked: TrackedDevice = { platform, protocol, device, aheadMs: 0 };
    world.claim(device.id);
    this.devices.push(tracked);
    return tracked;
  }

  /** An office puts the device on, takes it off or has it relieved; `after`: seconds after the day began. */
  assign(
    tracked: TrackedDevice,
    action: DeviceAssignmentPayload['action'],
    changes: Partial<Record<keyof DeviceAssignmentPayload, unknown>> & {
      readonly afterSeconds?: number;
    } = {},
  ): Promise<Sent> {
    const { reference, notice } = this.world.movement;
    const { afterSeconds = 0, ...others } = changes;
    const office = String(others['office'] ?? notice.itinerary.legs[0]?.office);
    return this.world.send(office.slice(0, 2), 'DeviceAssignment', {
      transitReference: reference,
      action,
      platform: tracked.platform,
      deviceId: tracked.device.id,
      plate: notice.vehicle.plate,
      at: new Date(this.beganAt + afterSeconds * 1000).toISOString(),
      office,
      ...others,
    });
  }

  /** The connection of a device, opened when it is first needed. */
  async connect(tracked: TrackedDevice): Promise<ConnectedDevice> {
    if (tracked.link?.connected) return tracked.link;
    const { environment, run, id } = this.world;
    tracked.link = await ConnectedDevice.connect({
      dialect: await loadDialect(tracked.protocol),
      device: tracked.device,
      address: await listenerOf(this.world, tracked.platform, tracked.protocol),
      platform: tracked.platform,
      journal: run.settings.journal,
      stack: environment.stackName,
      clock: environment.clock,
      conversations: [tracked.device.id, id],
    });
    return tracked.link;
  }

  /** Sends readings of this device; what the platform answers is kept, not judged. */
  async report(tracked: TrackedDevice, readings: readonly Reading[], stored = false): Promise<void> {
    const link = await this.connect(tracked);
    const told = readings.map((reading) => ({ ...reading, at: reading.at + tracked.aheadMs }));
    this.readings.push(...told);
    const exchanges = await link.report(told, stored);
    tracked.last = exchanges.at(-1);
    await link.heartbeat(); // answered in order: what came before it has been dealt with
  }
}

/** The device that the scenario speaks of, as events name it. */
export const ofDevice = (world: CorridorWorld) => ({ deviceId: trackingOf(world).current.device.id });

/** The last report of the scenario, as its event names it: by the clock of its device. */
export function lastReport(world: CorridorWorld) {
  const { at } =
    trackingOf(world).readings.at(-1) ?? missing('un rapport', 'Une balise doit signaler avant.');
  return { ...ofDevice(world), recordedAt: new Date(at).toISOString() };
}

const desks = new WeakMap<CorridorWorld, TrackingDesk>();

/** The trackers of a scenario. */
export function trackingOf(world: CorridorWorld): TrackingDesk {
  const known = desks.get(world);
  if (known) return known;
  const desk = new TrackingDesk(world);
  desks.set(world, desk);
  return desk;
}

/** Where a platform of the target listens for a protocol. */
export async function listenerOf(
  world: CorridorWorld,
  platform: string,
  protocol: ProtocolName,
  transport?: Transport,
): Promise<ListenerAddress> {
  const answer = await world.seat(platform.slice(-2)).hub.request('GET', '/v0/tracking/platforms');
  const platforms = listIn(answer.body, 'platforms') ?? [];
  const listeners =
    listIn(
      platforms.find((entry) => textIn(entry, 'platform') === platform),
      'listeners',
    ) ?? [];
  const found = listeners.find(
    (entry) =>
      textIn(entry, 'protocol') === protocol &&
      (transport === undefined
        ? textIn(entry, 'transport') !== 'udp'
        : textIn(entry, 'transport') === transport),
  );
  if (!found)
    throw new InconclusiveError(
      `La plateforme ${platform} ne publie aucune adresse d'écoute pour ${protocol} (GET /v0/tracking/platforms).`,
      'Voir docs/profile/tracking.md.',
    );
  const over = textIn(found, 'transport');
  return {
    transport: over === 'udp' || over === 'mqtt' ? over : 'tcp',
    host: textIn(found, 'host'),
    port: numberIn(found, 'port') ?? 0,
  };
}

function missing(what: string, hint: string): never {
  throw new HarnessError('SCENARIO_ORDER', `Il manque au scénario ${what}.`, hint);
}
