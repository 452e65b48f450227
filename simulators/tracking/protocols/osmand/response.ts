import { refuseContradiction } from '../contradiction.ts';
import { textField, textsField } from '../field-access.ts';
import { type FrameContent, FrameError } from '../protocol.ts';
import { messageBytes, messageOf } from './message.ts';
import { lineEndOf } from './request.ts';

const STATUS_LINE = /^HTTP\/1\.[01] ([1-5][0-9]{2})(?: [^\r\n]*)?$/;

/** Reads what a server answered. @throws FrameError VALUE, UNSUPPORTED @source RFC 9112, clause 4 */
export function readResponse(frame: Buffer): FrameContent {
  const { startLine, headers, lineEnd, body } = messageOf(frame);
  const status = STATUS_LINE.exec(startLine)?.[1];
  if (status === undefined || headers === null)
    throw new FrameError('VALUE', 0, `${startLine.slice(0, 60)} is no status line with headers`);
  return {
    kind: 'command',
    deviceId: null,
    reports: [],
    conditions: [],
    fields: { statusLine: startLine, status: Number(status), headers: [...headers], lineEnd, body },
  };
}

/** Writes what `readResponse` gives. @throws FieldError */
export function writeResponse(content: FrameContent): Buffer {
  const { fields } = content;
  const frame = messageBytes({
    startLine: textField(fields, 'statusLine', STATUS_LINE, 'a status line'),
    headers: textsField(fields, 'headers', /^[^\r\n\u0100-\uffff]+$/, 'a header line'),
    lineEnd: lineEndOf(fields['lineEnd']),
    body: textField(fields, 'body', /^[\s\S]*$/, 'text'),
  });
  refuseContradiction(content, readResponse(frame), ['headers']);
  return frame;
}

/** The status of one whole answer; null when it is none. */
export function statusOf(answer: Buffer): number | null {
  const status = /^HTTP\/1\.[01] ([1-5][0-9]{2})[ \r\n]/.exec(answer.toString('latin1', 0, 16))?.[1];
  return status === undefined ? null : Number(status);
}
