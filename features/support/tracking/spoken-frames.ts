import { loadDialect } from '../../../simulators/tracking/devices/dialects.ts';
import type { FrameContent } from '../../../simulators/tracking/protocols/protocol.ts';
import { HarnessError } from '../errors.ts';
import type { CorridorWorld } from '../world.ts';
import { readingOf } from './readings.ts';
import { type TrackedDevice, trackingOf } from './tracking-desk.ts';

/** What a device sends, in the words of a scenario: `connexion, position faussée, battement`. */
export async function framesOf(
  world: CorridorWorld,
  tracked: TrackedDevice,
  words: string,
): Promise<Buffer[]> {
  const frames: Buffer[] = [];
  for (const word of words.split(', ')) frames.push(await frameOf(world, tracked, word));
  return frames;
}

const PLACE = 'Kara';
const MINUTES_APART = 20 * 60;

async function frameOf(world: CorridorWorld, tracked: TrackedDevice, word: string): Promise<Buffer> {
  const dialect = await loadDialect(tracked.protocol);
  const { device } = tracked;
  const { readings } = trackingOf(world);
  const measured = (alerts: readonly 'SEAL_TAMPER'[] = []) => {
    const afterSeconds = (readings.length + 1) * MINUTES_APART;
    const reading = readingOf(world, { afterSeconds, place: PLACE, speedKmh: 50, alerts });
    readings.push(reading);
    return reading;
  };
  const write = (content: FrameContent | null): Buffer => {
    if (!content)
      throw new HarnessError(
        'UNKNOWN_WORD',
        `« ${word} » n'existe pas dans ce protocole.`,
        'Choisissez autre chose.',
      );
    const { zoneMinutes, id } = device;
    const udp = 'packetId' in content.fields;
    return dialect.protocol.write(content, { deviceId: id, zoneMinutes, udp, speaker: 'device' });
  };
  switch (word) {
    case 'connexion':
      return write(dialect.greet(device, []));
    case 'battement':
      return write(dialect.heartbeat(device));
    case 'position':
      return write(dialect.report(device, [measured()], false));
    case 'deux positions':
      return write(dialect.report(device, [measured(), measured()], false));
    case 'alerte':
      return write(dialect.report(device, [measured(['SEAL_TAMPER'])], false));
    case 'datagramme':
      return write(datagram(dialect.report(device, [measured()], false)));
    case 'position faussée':
      return spoiled(tracked, write(dialect.report(device, [measured(['SEAL_TAMPER'])], false)));
    default:
      throw new HarnessError(
        'UNKNOWN_WORD',
        `« ${word} » n'est pas un envoi.`,
        'Voir features/support/tracking/spoken-frames.ts.',
      );
  }
}

/** @source Teltonika data sending protocols, UDP: the numbers are those of the device */
const datagram = (content: FrameContent): FrameContent => ({
  ...content,
  fields: { ...content.fields, packetId: 0xcafe, avlPacketId: 5 },
});

/** Bytes from the end of a frame to the last byte of its checksum. */
const CHECKSUM_FROM_END = { teltonika: 1, gt06: 3, jt808: 2 } as const;

/** The frame with a wrong checksum: one bit of it turned, so that no byte needs another escape. */
function spoiled({ protocol }: TrackedDevice, frame: Buffer): Buffer {
  if (protocol !== 'teltonika' && protocol !== 'gt06' && protocol !== 'jt808')
    throw new HarnessError(
      'UNKNOWN_WORD',
      `Une trame ${protocol} n'a pas de somme de contrôle.`,
      'Prenez une autre balise.',
    );
  const bytes = Buffer.from(frame);
  const at = bytes.length - CHECKSUM_FROM_END[protocol];
  // Neither 7D nor 7E comes out of it, which JT/T 808 would take for an escape or for the end.
  bytes[at] = (bytes[at] ?? 0) < 0x40 ? (bytes[at] ?? 0) ^ 0x20 : (bytes[at] ?? 0) & 0x1f;
  return bytes;
}

/** MQTT 3.1.1 byte by byte: CONNECT of this device, then one PUBLISH of QoS 1. @source OASIS MQTT 3.1.1, sections 3.1 and 3.3 */
export function mqttBytes(deviceId: string, payload: Buffer, packetId: number): Buffer[] {
  const text = (value: string): Buffer => {
    const bytes = Buffer.from(value);
    return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  };
  const packet = (first: number, body: Buffer): Buffer => {
    const { length } = body;
    const size = length < 128 ? [length] : [(length & 0x7f) | 0x80, length >> 7];
    return Buffer.concat([Buffer.from([first, ...size]), body]);
  };
  const connect = Buffer.concat([text('MQTT'), Buffer.from([4, 2, 0, 60]), text(deviceId)]);
  const topic = text(`corridor/trackers/${deviceId}/reports`);
  const publish = Buffer.concat([topic, Buffer.from([packetId >> 8, packetId & 0xff]), payload]);
  return [packet(0x10, connect), packet(0x32, publish)];
}
