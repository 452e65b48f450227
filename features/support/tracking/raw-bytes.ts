import { type Link, openLink } from '../../../simulators/tracking/devices/link.ts';
import type { CorridorWorld } from '../world.ts';
import { listenerOf, type TrackedDevice } from './tracking-desk.ts';

/** A platform that has not answered by then does not, real ms. */
const ANSWER_WITHIN_MS = 5_000;

/** What goes over one connection at a stroke, and how many bytes of answer are waited for. */
export interface Stroke {
  readonly bytes: readonly Buffer[];
  /** Bytes, counted without the escapes of JT/T 808. */
  readonly answerBytes: number;
  readonly udp?: boolean;
}

/** Connects, sends all at once and hears until the answer is there; every byte of both is kept as evidence. */
export async function exchangeBytes(
  world: CorridorWorld,
  tracked: TrackedDevice,
  { bytes, answerBytes, udp = false }: Stroke,
): Promise<void> {
  const { platform, protocol, device } = tracked;
  const address = await listenerOf(world, platform, protocol, udp ? 'udp' : undefined);
  const { environment, run, id } = world;
  const at = environment.clock.now();
  const heard: Buffer[] = [];
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const timer = setTimeout(() => resolve('timeout'), ANSWER_WITHIN_MS);
  // What speaks MQTT byte by byte is a connection like any other.
  const link: Link = await openLink({ ...address, transport: udp ? 'udp' : 'tcp' }, device.id, {
    onBytes: (chunk) => {
      heard.push(chunk);
      if (plainLength(Buffer.concat(heard)) >= answerBytes) resolve(undefined);
    },
    onGone: (fault) => resolve(fault),
  });
  for (const part of udp ? bytes : [Buffer.concat(bytes)]) await link.send(part);
  const fault = await promise;
  clearTimeout(timer);
  await link.close('cut');
  const body = Buffer.concat(heard).toString('hex');
  run.settings.journal.record({
    kind: 'device',
    at,
    from: device.id,
    to: platform,
    method: protocol,
    path: `/${device.id}/bytes`,
    headers: {},
    body: Buffer.concat(bytes).toString('hex'),
    answer: heard.length > 0 ? { status: 0, body, afterMs: environment.clock.now() - at } : undefined,
    fault,
    conversations: [device.id, id],
    stack: environment.stackName,
  });
}

/** An escaped byte counts once. @source JT/T 808, escapes 7D 01 and 7D 02 */
function plainLength(bytes: Buffer): number {
  if (bytes[0] !== 0x7e) return bytes.length;
  return bytes.filter((byte, index) => byte !== 0x7d || (bytes[index + 1] ?? 0) > 2).length;
}

/** A connection that misbehaves, until the scenario ends: nothing of it is waited for. */
export async function misbehave(
  world: CorridorWorld,
  tracked: TrackedDevice,
  parts: readonly Buffer[],
): Promise<void> {
  const address = await listenerOf(world, tracked.platform, tracked.protocol);
  const link = await openLink({ ...address, transport: 'tcp' }, tracked.device.id, {
    onBytes: () => undefined,
    onGone: () => undefined,
  });
  world.onClose(() => link.close('cut'));
  for (const part of parts) await link.send(part);
}
