import { cutBy } from '../bytes/resynchronise.ts';
import { FieldError, type FrameContent, FrameError, type Protocol, type Session } from '../protocol.ts';
import { answersTo, readAnswer, writeAnswer } from './answers.ts';
import { readDatagram, writeDatagram } from './datagram.ts';
import { datagramFraming, deviceFraming, isPing, LONGEST_FRAME, serverFraming } from './framing.ts';
import { isLogin, readLogin, writeLogin } from './login.ts';
import { readPacket, writePacket } from './packet.ts';

/**
 * Teltonika: records of codec 8, 8 Extended and 16, commands of codec 12 to 15, over TCP and UDP. Times are UTC.
 * `fields`: `codec` and `records` (one for each report) or the command; `packetId` and `avlPacketId` of a datagram;
 * `answers` of what a server says. A frame is refused with `FrameError`, content that cannot be written with `FieldError`.
 * @source Teltonika data sending protocols (wiki.teltonika-gps.com)
 */
export const teltonika: Protocol = {
  name: 'teltonika',
  longestFrame: LONGEST_FRAME,
  zoneMinutes: 0,
  cut: (bytes, offset, session, scan) => cutBy(framingOf(session), bytes, offset, scan),
  read,
  write,
  answer: (frame, reception) => answersTo(frame, reception),
};

function framingOf({ udp, speaker, deviceId }: Session) {
  if (udp) return datagramFraming;
  return speaker === 'server' ? serverFraming(deviceId !== null) : deviceFraming;
}

function read(frame: Buffer, session: Session): FrameContent {
  if (frame.length === 0) throw new FrameError('LENGTH', 0, 'no bytes');
  const answer = session.speaker === 'server' ? readAnswer(frame, session) : null;
  if (answer) return answer;
  if (session.udp) return readDatagram(frame);
  const { deviceId } = session;
  if (frame.length === 1 && isPing(frame[0]))
    return { kind: 'heartbeat', deviceId, reports: [], conditions: [], fields: {} };
  if (isLogin(frame)) return readLogin(frame);
  if (frame.length < 4 || frame.readUInt32BE(0) !== 0)
    throw new FrameError('NOT_A_FRAME', 0, 'neither a login nor the four zeros of a packet');
  return { deviceId, ...readPacket(frame) };
}

function write(frame: FrameContent, session: Session): Buffer {
  const bytes = bytesOf(frame, session);
  if (bytes.length > LONGEST_FRAME)
    throw new FieldError('/fields', `${bytes.length} bytes; the longest frame is ${LONGEST_FRAME}`);
  return bytes;
}

function bytesOf(frame: FrameContent, { udp }: Session): Buffer {
  if (frame.kind === 'login') return writeLogin(frame);
  if (frame.kind === 'heartbeat') return Buffer.from([0xff]);
  if ('answers' in frame.fields) return writeAnswer(frame);
  return udp || 'packetId' in frame.fields ? writeDatagram(frame) : writePacket(frame);
}
