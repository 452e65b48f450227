/** What of a message head decides where its body ends. */
export interface Head {
  readonly method: string;
  /** Null: none, or no number. */
  readonly contentLength: number | null;
  readonly json: boolean;
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
const isSimple = (requestLine: string): boolean => /^GET \S*\r?$/.test(requestLine);

/** Reads what matters of a head. */
export function headOf(bytes: Buffer): Head {
  const text = bytes.toString('latin1');
  const length = /\ncontent-length:[ \t]*([0-9]{1,9})[ \t]*\r?\n/i.exec(text)?.[1];
  return {
    method: text.slice(0, text.indexOf(' ')),
    contentLength: length === undefined ? null : Number(length),
    json: /\ncontent-type:[ \t]*application\/json/i.test(text),
  };
}
