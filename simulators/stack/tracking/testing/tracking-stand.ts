import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Road } from '../../../../fixtures/corridors/road.ts';
import type { Movement } from '../../../../fixtures/movements/movement.ts';
import { newMovement } from '../../testing/journey.ts';
import type { Arrival } from '../../testing/seat.ts';
import { Stand } from '../../testing/stand.ts';
import { type Fix, login, packet } from './codec8.ts';
import { DeviceLink } from './device-link.ts';

/** An event as a seat received it, as far as tests look at it. */
export interface Told {
  readonly kind: string;
  readonly alert?: string;
  readonly deviceSeq: number;
  readonly recordedAt: string;
  readonly territory: string;
  readonly stored: boolean;
  readonly gnss: string;
  readonly deviceId: string;
  readonly position?: { readonly latitudeDeg: number; readonly longitudeDeg: number };
}

/** An IMEI that no stack has seen. */
export const newImei = (): string => `35${String(randomInt(1e12, 1e13 - 1)).slice(0, 13)}`;

/** A stack with its platforms, the countries, and one truck with a device on it. For tests. */
export class TrackingStand {
  readonly stand: Stand;

  private constructor(stand: Stand) {
    this.stand = stand;
  }

  /** @param limits of the listeners, those that differ */
  static async start(database: string, limits: object = {}, deviation?: string): Promise<TrackingStand> {
    const words = ['--tracking-limits', JSON.stringify(limits)];
    return new TrackingStand(await Stand.start(database, deviation, words));
  }

  get url(): string {
    return this.stand.url;
  }

  /** What the stack occupies, MiB; Linux. */
  residentMb(): number {
    const status = readFileSync(`/proc/${this.stand.pid}/status`, 'latin1');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  }

  /** The port of a listener. */
  async port(protocol = 'teltonika', transport = 'tcp', platform = 'TRK-TG'): Promise<number> {
    const { body } = await this.stand.seat('TG').request('GET', '/v0/tracking/platforms');
    const listeners = body.platforms.find((one: { platform: string }) => one.platform === platform).listeners;
    return listeners.find(
      (one: { protocol: string; transport: string }) =>
        one.protocol === protocol && one.transport === transport,
    ).port;
  }

  async register(
    deviceId: string,
    protocol = 'teltonika',
    platform = 'TRK-TG',
    zoneMinutes = 0,
  ): Promise<void> {
    const body = JSON.stringify({ protocol, zoneMinutes });
    const path = `/v0/tracking/devices/${platform}/${deviceId}`;
    const answer = await this.stand.seat('TG').request('PUT', path, body);
    if (answer.status !== 204) throw new Error(`not registered: ${answer.text}`);
  }

  async device(deviceId: string, platform = 'TRK-TG') {
    return (await this.stand.seat('TG').request('GET', `/v0/tracking/devices/${platform}/${deviceId}`)).body;
  }

  /** A movement released with a device attached a while ago. */
  async truck(deviceId: string, { at = Date.now() - 60_000, platform = 'TRK-TG', release = true } = {}) {
    const movement = newMovement();
    await this.stand.announce(movement);
    if (release) await this.stand.release(movement);
    await this.assign(movement, { action: 'ATTACH', deviceId, platform, at });
    return movement;
  }

  /** A truck that was given its device `hours` ago, and the device on the line. */
  async onTheWay(hours: number) {
    const imei = newImei();
    await this.register(imei);
    const start = Date.now() - hours * 3_600_000;
    const movement = await this.truck(imei, { at: start });
    return { imei, movement, link: await this.connected(imei), start };
  }

  /** What an office does with a device. */
  async assign(
    movement: Movement,
    given: {
      action: string;
      deviceId: string;
      platform?: string;
      at: number;
      office?: string;
      replaces?: object;
    },
  ): Promise<string> {
    const { platform = 'TRK-TG', office = 'TG0LOM1', at, ...rest } = given;
    const payload = {
      transitReference: movement.reference,
      platform,
      office,
      plate: movement.notice.vehicle.plate,
      at: new Date(at).toISOString(),
      ...rest,
    };
    const message = await this.stand.send(office.slice(0, 2), 'DeviceAssignment', payload);
    return message.messageId;
  }

  /** A device that is connected and was let in. */
  async connected(imei: string, platform = 'TRK-TG'): Promise<DeviceLink> {
    const link = await DeviceLink.to(await this.port('teltonika', 'tcp', platform));
    link.send(login(imei));
    await link.answer(1);
    return link;
  }

  /** Sends records in one packet and waits for the answer. */
  async report(link: DeviceLink, ...fixes: readonly Fix[]): Promise<string> {
    link.send(packet(fixes));
    return (await link.answer(4)).toString('hex');
  }

  /** The events that a country has received of a movement, in order of arrival. */
  events(country: string, { reference }: Movement): Told[] {
    return this.stand.seat(country).arrivals.filter(isEventOf(reference)).map(toTold);
  }

  /** The same, waited for. */
  async until(
    country: string,
    { reference }: Movement,
    what: string,
    probe: (told: readonly Told[]) => boolean,
  ) {
    const mine = (all: readonly Arrival[]): Told[] => all.filter(isEventOf(reference)).map(toTold);
    return mine(await this.stand.seat(country).until(what, (all) => probe(mine(all))));
  }

  async journey(country: string, { reference }: Movement) {
    return (await this.stand.seat(country).request('GET', `/v0/journeys/${reference}`)).body;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stand[Symbol.asyncDispose]();
  }
}

const isEventOf =
  (reference: string) =>
  ({ message }: Arrival): boolean =>
    message.messageType === 'AT17' && message.payload['transitReference'] === reference;

const toTold = ({ message }: Arrival): Told => message.payload as unknown as Told;

/** A place on the road of a movement, and its whereabouts at a time. */
export function onRoad(movement: Movement, km: number, more: Omit<Fix, 'lat' | 'lon'>): Fix {
  const { lat, lon } = new Road(movement.corridor).at(km);
  return { lat, lon, ...more };
}
