import { deviceIdOf } from '../fixtures/devices/device-ids.ts';
import { type TrackingPlatforms, trackingPlatforms } from '../profile/export/tracking-shapes.ts';
import type { ProtocolName } from '../simulators/tracking/protocols/protocol.ts';
import { loadProtocol } from '../simulators/tracking/protocols/protocols.ts';
import { UsageError } from './failure.ts';

/** Requests under way at a time. */
const AT_ONCE = 16;
const ANSWER_WITHIN_MS = 30_000;

/** Devices that are to be made known to a platform of a hub. */
interface Registration {
  readonly hub: string;
  readonly platform: string;
  readonly protocol: ProtocolName;
  readonly udp: boolean;
  /** Numbers of the devices in the fleet. */
  readonly first: number;
  readonly devices: number;
  /** Others that are made known as well, by their numbers. */
  readonly others?: readonly number[];
}

/**
 * Makes the devices of a fleet known to a platform, as the binding has it.
 * @returns where the platform listens for them, `HOST:PORT`
 * @throws UsageError when the hub does not have such a platform, or refuses
 */
export async function registerFleetAt(given: Registration, signal: AbortSignal): Promise<string> {
  const { hub, platform, protocol, udp, first, devices, others = [] } = given;
  const base = hubOf(hub);
  const { platforms } = await listingOf(base, signal);
  const found = platforms.find((one) => one.platform === platform);
  if (!found)
    throw new UsageError(
      'UNKNOWN_PLATFORM',
      `Found no platform "${platform}" at ${base}.`,
      `Give --platform one of: ${platforms.map((one) => one.platform).join(', ') || 'none is there'}.`,
    );
  const listener = found.listeners.find(
    (one) => one.protocol === protocol && (one.transport === 'udp') === udp,
  );
  if (!listener)
    throw new UsageError(
      'NO_LISTENER',
      `Found no listener for ${protocol}${udp ? ' over UDP' : ''} at ${platform}.`,
      `It listens for: ${[...new Set(found.listeners.map((one) => one.protocol))].join(', ')}.`,
    );
  const { zoneMinutes } = await loadProtocol(protocol);
  const body = JSON.stringify({ protocol, zoneMinutes });
  const headers = { 'Content-Type': 'application/json', 'Corridor-Seat': found.country };
  const numbers = numbersOf(first, devices, others);
  const register = async (): Promise<void> => {
    for (const number of numbers) {
      const path = `/v0/tracking/devices/${platform}/${deviceIdOf(protocol, number)}`;
      const { ok, status } = await ask(`${base}${path}`, { method: 'PUT', headers, body }, signal);
      if (!ok)
        throw new UsageError(
          'NOT_REGISTERED',
          `Failed to register devices: PUT ${path} was answered ${status}.`,
          'Outside production any seat registers devices; a platform in production has its own way.',
        );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, register));
  const host = listener.host.includes(':') ? `[${listener.host}]` : listener.host;
  return `${host}:${listener.port}`;
}

/** Each once; shared by all who take from it. */
function* numbersOf(first: number, devices: number, others: readonly number[]): Generator<number> {
  for (let number = first; number < first + devices; number += 1) yield number;
  for (const number of others) if (number < first || number >= first + devices) yield number;
}

function hubOf(text: string): string {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text.replace(/\/+$/, '');
  throw new UsageError(
    'NOT_A_HUB',
    `Found "${text}" as --register: no address of a hub.`,
    'Give what corridor stack says when it is ready, such as http://127.0.0.1:8080.',
  );
}

async function listingOf(base: string, signal: AbortSignal): Promise<TrackingPlatforms> {
  const url = `${base}/v0/tracking/platforms`;
  const answer = await ask(url, {}, signal);
  const read = trackingPlatforms.safeParse(await answer.json().catch(() => undefined));
  if (read.success) return read.data;
  throw new UsageError(
    'NO_PLATFORMS',
    `Found no list of tracking platforms at ${url} (answer ${answer.status}).`,
    'Give --register the address of a hub that hosts tracking platforms, or leave it out and give --to.',
  );
}

async function ask(url: string, request: RequestInit, signal: AbortSignal): Promise<Response> {
  try {
    const either = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
    return await fetch(url, { ...request, redirect: 'manual', signal: either });
  } catch (error) {
    if (signal.aborted)
      throw Object.assign(new Error('Stopped before all devices were registered.'), {
        code: 'INTERRUPTED',
        hint: 'Run it again: a device may be registered twice.',
      });
    const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
    throw new UsageError(
      'NO_HUB',
      `Failed to reach ${url}: ${cause?.code ?? cause?.message ?? message}.`,
      'Start the stack first, or give --register its address.',
    );
  }
}
