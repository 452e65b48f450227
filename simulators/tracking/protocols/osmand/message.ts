import { isUtf8 } from 'node:buffer';
import { FrameError } from '../protocol.ts';
import { headEnd } from './http-head.ts';

/** An HTTP message in parts that put together give the same bytes. */
export interface Message {
  readonly startLine: string;
  /** Header lines as they came; null: a single line (HTTP/0.9). */
  readonly headers: readonly string[] | null;
  /** After each line of the head. */
  readonly lineEnd: 'crlf' | 'lf' | 'none';
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
  const head = frame.toString('latin1', 0, end);
  const lineEnd = head.includes('\r\n') ? 'crlf' : head.includes('\n') ? 'lf' : 'none';
  const lines = lineEnd === 'none' ? [head] : head.split(ends[lineEnd]);
  const stray = lines.findIndex((line) => /[\r\n]/.test(line));
  if (stray >= 0) throw new FrameError('VALUE', head.search(/[\r\n]/), 'line ends of two kinds');
  const chunked = head.search(/\ntransfer-encoding:/i);
  if (chunked >= 0) throw new FrameError('UNSUPPORTED', chunked + 1, 'a transfer encoding is not understood');
  const second = /\ncontent-length:[\s\S]*?\n(?=content-length:)/i.exec(head);
  if (second) throw new FrameError('VALUE', second.index + second[0].length, 'a second Content-Length');
  const body = frame.subarray(end);
  if (!isUtf8(body)) throw new FrameError('VALUE', end, 'the body is no UTF-8');
  const headers = lines.slice(1);
  const simple = headers.length === 0 || (headers.length === 1 && headers[0] === '');
  return {
    startLine: lines[0] ?? '',
    headers: simple ? null : headers.slice(0, -2),
    lineEnd,
    body: body.toString('utf8'),
  };
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
