import type { FaultCode } from '../protocol.ts';

/** Why nobody can tell for certain where a message ends. */
type Uncertainty = readonly [code: FaultCode, reason: string];

/** The head of a message. */
export interface Head {
  readonly startLine: string;
  /** The lines behind it as they came. */
  readonly fields: readonly string[];
  /** A single line (HTTP/0.9). */
  readonly simple: boolean;
  /** After each line. */
  readonly lineEnd: 'crlf' | 'lf' | 'none';
  readonly uncertain: Uncertainty | null;
  /** Null: none. */
  readonly contentLength: number | null;
}

/** Length of a head with the line that ends it; null when it does not end. Bare line feeds count as line ends. */
export function headEnd(bytes: Buffer): number | null {
  const line = bytes.indexOf(0x0a);
  if (line < 0) return null;
  if (isSimple(bytes.toString('latin1', 0, line))) return line + 1;
  for (let at = line; at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a) return at + 2;
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return at + 3;
  }
  return null;
}

/** A request of one line, without version and headers. @source HTTP/0.9 */
const isSimple = (requestLine: string): boolean => /^GET [^ \t\r\n]*\r?$/.test(requestLine);

const FIELD = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\r\n\0]*$/;

/** Reads a head with the line that ends it. */
export function headOf(bytes: Buffer): Head {
  const text = bytes.toString('latin1');
  const lineEnd = text.includes('\r\n') ? 'crlf' : text.includes('\n') ? 'lf' : 'none';
  const lines = lineEnd === 'none' ? [text] : text.split(lineEnd === 'crlf' ? '\r\n' : '\n');
  const [startLine = '', ...behind] = lines;
  const fields = behind.slice(0, -2);
  const mixed = /[\r\n]/.test(startLine) || behind.slice(-2).some((line) => line !== '');
  const lengths = valuesOf(fields, 'content-length');
  return {
    startLine,
    fields,
    simple: behind.length < 2,
    lineEnd,
    uncertain: mixed ? ['VALUE', 'line ends of two kinds'] : uncertaintyOf(fields, lengths),
    contentLength: lengths[0] === undefined ? null : Number(lengths[0]),
  };
}

/**
 * @source RFC 9112, clauses 2.2 (line ends), 5.1 and 5.2 (fields of one line, no space before the colon), 6.1 and 6.3 (a body
 * whose length is not certain is refused, and the connection ends)
 */
function uncertaintyOf(fields: readonly string[], lengths: readonly string[]): Uncertainty | null {
  const bad = fields.find((line) => !FIELD.test(line));
  if (bad !== undefined) return ['VALUE', `${JSON.stringify(bad.slice(0, 60))} is no header`];
  if (valuesOf(fields, 'transfer-encoding').length > 0)
    return ['UNSUPPORTED', 'a transfer encoding is not understood'];
  if (lengths.length > 1) return ['VALUE', 'more than one Content-Length'];
  const [length = '0'] = lengths;
  const readable = /^[0-9]+$/.test(length) && Number.isSafeInteger(Number(length));
  return readable ? null : ['VALUE', `${JSON.stringify(length.slice(0, 60))} is no length`];
}

/** The values of a header, as often as it is there. @param name in small letters */
const valuesOf = (fields: readonly string[], name: string): string[] =>
  fields
    .filter((line) => line[name.length] === ':' && line.slice(0, name.length).toLowerCase() === name)
    .map((line) => line.slice(name.length + 1).replace(/^[ \t]+|[ \t]+$/g, ''));

/** The body is JSON, by its type. */
export const hasJson = ({ fields }: Head): boolean =>
  valuesOf(fields, 'content-type').some((value) => /^application\/json/i.test(value));

/**
 * Whether the connection goes on behind a message: not before HTTP/1.1, nor where it is told that it closes.
 *
 * @source RFC 9112, clause 9.3; that of HTTP/1.0 is not kept, although it may be
 */
export const isKept = ({ startLine, fields }: Pick<Head, 'startLine' | 'fields'>): boolean =>
  / HTTP\/1\.[1-9][ \r]*$/i.test(startLine) &&
  !valuesOf(fields, 'connection').some((value) => /(?:^|,)[ \t]*close[ \t]*(?:,|$)/i.test(value));
