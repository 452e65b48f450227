import { isUtf8 } from 'node:buffer';
import { FrameError } from '../protocol.ts';
import { type Head, headEnd, headOf } from './http-head.ts';

/** An HTTP message in parts that put together give the same bytes. */
export interface Message {
  readonly startLine: string;
  /** Header lines as they came; null: a single line (HTTP/0.9). */
  readonly headers: readonly string[] | null;
  readonly lineEnd: Head['lineEnd'];
  readonly body: string;
}

const ends = { crlf: '\r\n', lf: '\n', none: '' } as const;

/**
 * Splits a message. A bare line feed as line end is accepted, but not both kinds in one head.
 *
 * @throws FrameError VALUE, UNSUPPORTED
 * @source RFC 9112, clause 2.2
 */
export function messageOf(frame: Buffer): Message {
  const end = headEnd(frame) ?? frame.length;
  const { startLine, fields, simple, lineEnd, uncertain } = headOf(frame.subarray(0, end));
  if (uncertain) throw new FrameError(uncertain[0], 0, uncertain[1]);
  const body = frame.subarray(end);
  if (!isUtf8(body)) throw new FrameError('VALUE', end, 'the body is no UTF-8');
  return { startLine, headers: simple ? null : fields, lineEnd, body: body.toString('utf8') };
}

/** Puts a message together; a Content-Length that is there is set to the length of the body. */
export function messageBytes({ startLine, headers, lineEnd, body }: Message): Buffer {
  const end = ends[lineEnd];
  const content = Buffer.from(body, 'utf8');
  const lines = (headers ?? []).map((line) => withLength(line, content.length));
  const head = headers === null ? startLine + end : [startLine, ...lines, '', ''].join(end);
  return Buffer.concat([Buffer.from(head, 'latin1'), content]);
}

/** Leaves a length that is right as it was spelled. */
function withLength(line: string, length: number): string {
  const [, name, value] = /^(content-length:[ \t]*)([0-9]+)[ \t]*$/i.exec(line) ?? [];
  return name === undefined || Number(value) === length ? line : `${name}${length}`;
}
