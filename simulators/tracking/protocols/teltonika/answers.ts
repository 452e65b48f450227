import { z } from 'zod';
import { parseFields, u8, u16, u32 } from '../bytes/frame-fields.ts';
import type { FrameContent, Reception, Session } from '../protocol.ts';

/**
 * What a server says: one byte to a login, four to records (how many it took), seven to a datagram.
 * @source Teltonika data sending protocols, TCP and UDP
 */
const answerFields = z.discriminatedUnion('answers', [
  z.object({ answers: z.literal('login'), accepted: z.boolean() }),
  z.object({ answers: z.literal('records'), count: u32 }),
  z.object({ answers: z.literal('datagram'), packetId: u16, avlPacketId: u8, count: u8 }),
]);
type Answer = z.infer<typeof answerFields>;

/** Reads an answer of a server by its length; null: it is none. */
export function readAnswer(frame: Buffer, { deviceId, udp }: Session): FrameContent | null {
  const fields = answerOf(frame, udp);
  return fields && { kind: 'other', deviceId, reports: [], conditions: [], fields };
}

function answerOf(frame: Buffer, udp: boolean): Answer | null {
  const first = frame.readUInt8(0);
  if (!udp && frame.length === 1 && first <= 1) return { answers: 'login', accepted: first === 1 };
  if (!udp && frame.length === 4) return { answers: 'records', count: frame.readUInt32BE(0) };
  if (!udp || frame.length !== 7 || frame.readUInt16BE(0) !== 5 || frame.readUInt8(4) !== 1) return null;
  const [packetId, avlPacketId, count] = [frame.readUInt16BE(2), frame.readUInt8(5), frame.readUInt8(6)];
  return { answers: 'datagram', packetId, avlPacketId, count };
}

/** Writes an answer of a server. @throws FieldError for what is none */
export const writeAnswer = (frame: FrameContent): Buffer => bytesOf(parseFields(answerFields, frame));

function bytesOf(answer: Answer): Buffer {
  if (answer.answers === 'login') return Buffer.from([answer.accepted ? 1 : 0]);
  if (answer.answers === 'records') {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(answer.count);
    return count;
  }
  const bytes = Buffer.from([0, 5, 0, 0, 1, answer.avlPacketId, answer.count]);
  bytes.writeUInt16BE(answer.packetId, 2);
  return bytes;
}

/**
 * What a server answers to a frame of a device: yes or no to a login; how many records it took, 0 when refused. Commands
 * and pings are not answered.
 */
export function answersTo(frame: FrameContent, { accepted, taken }: Reception): Buffer[] {
  if (frame.kind === 'login') return [bytesOf({ answers: 'login', accepted })];
  if (frame.kind !== 'position') return [];
  const sent = frame.reports.length;
  const count = accepted ? Math.min(taken ?? sent, sent) : 0;
  const { packetId, avlPacketId } = frame.fields;
  if (typeof packetId !== 'number' || typeof avlPacketId !== 'number')
    return [bytesOf({ answers: 'records', count })];
  return [bytesOf({ answers: 'datagram', packetId, avlPacketId, count })];
}
