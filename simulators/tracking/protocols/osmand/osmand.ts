import {
  type FaultCode,
  type FrameContent,
  FrameError,
  type Protocol,
  type Reception,
  type Session,
} from '../protocol.ts';
import { cutMessage, LONGEST_BODY, LONGEST_HEAD } from './http-cut.ts';
import { headEnd, headOf, isKept } from './http-head.ts';
import { readRequest, writeRequest } from './request.ts';
import { readResponse, writeResponse } from './response.ts';

type Status = '200 OK' | '400 Bad Request' | '413 Content Too Large' | '503 Service Unavailable';

/** @param last the connection ends behind it */
const answerOf = (status: Status, last: boolean): Buffer =>
  Buffer.from(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n${last ? 'Connection: close\r\n' : ''}\r\n`);

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
  closes: (frame) => !isKept(headOf(frame.subarray(0, headEnd(frame) ?? frame.length))),
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
  const { version, headers } = fields;
  const lines = Array.isArray(headers) ? headers.map(String) : [];
  // Who sends no version knows no headers.
  const last = typeof version === 'string' && !isKept({ startLine: ` ${version}`, fields: lines });
  if (deviceId === null) return [answerOf('400 Bad Request', last)];
  return [answerOf(accepted ? '200 OK' : '503 Service Unavailable', last)];
}

/**
 * A request that cannot be read is answered in its turn, or the phone would wait for ever with all that it has to send behind it.
 * Empty lines are not: the phone would take the answer for that of its next one.
 */
function refuse(code: FaultCode, close: boolean): readonly Buffer[] {
  if (code === 'NOT_A_FRAME' && !close) return [];
  return [answerOf(code === 'TOO_LONG' ? '413 Content Too Large' : '400 Bad Request', close)];
}
