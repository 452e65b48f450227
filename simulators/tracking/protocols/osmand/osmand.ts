import {
  type FaultCode,
  type FrameContent,
  FrameError,
  type Protocol,
  type Reception,
  type Session,
} from '../protocol.ts';
import { cutMessage, LONGEST_BODY, LONGEST_HEAD } from './http-cut.ts';
import { readRequest, writeRequest } from './request.ts';
import { readResponse, writeResponse } from './response.ts';

const answers = {
  taken: Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'),
  bad: Buffer.from('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'),
  tooLong: Buffer.from('HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n'),
  refused: Buffer.from('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n'),
};

/**
 * OsmAnd over HTTP: one request, one report, on a connection that is kept. Both the parameters of the OsmAnd app and the
 * JSON of the Traccar client are read. Headers up to 8 KiB, bodies up to 16 KiB.
 *
 * @source OsmAnd clients; Traccar, OsmAnd protocol; RFC 9112
 */
export const osmand: Protocol = {
  name: 'osmand',
  longestFrame: LONGEST_HEAD + LONGEST_BODY,
  zoneMinutes: 0,
  cut: (bytes, offset, { speaker }) => cutMessage(bytes, offset, speaker),
  read: readMessage,
  write: (frame, session) =>
    frame.fields['statusLine'] === undefined ? writeRequest(frame, session) : writeResponse(frame),
  answer: answersTo,
  refuse,
};

function readMessage(frame: Buffer, session: Session): FrameContent {
  const speaker = frame.toString('latin1', 0, 5) === 'HTTP/' ? 'server' : 'device';
  const cut = frame.length > 0 ? cutMessage(frame, 0, speaker) : null;
  const whole =
    (cut?.kind === 'frame' && cut.end === frame.length) || (cut?.kind === 'partial' && cut.wholeAtEnd);
  if (!whole) throw new FrameError('NOT_A_FRAME', 0, 'the bytes are not one HTTP message');
  return speaker === 'server' ? readResponse(frame) : readRequest(frame, session);
}

/** 200; 400 to a request that names no device; 503 where it was refused, so that the device keeps it. */
function answersTo({ deviceId, fields }: FrameContent, { accepted }: Reception): readonly Buffer[] {
  if (fields['statusLine'] !== undefined) return [];
  if (deviceId === null) return [answers.bad];
  return [accepted ? answers.taken : answers.refused];
}

/**
 * A request that cannot be read is answered in its turn, or the phone would wait for ever with all that it has to send behind it.
 * Bytes that belong to no request are not: the phone would take the answer for that of its next one.
 */
function refuse(code: FaultCode): readonly Buffer[] {
  if (code === 'NOT_A_FRAME') return [];
  return [code === 'TOO_LONG' ? answers.tooLong : answers.bad];
}
