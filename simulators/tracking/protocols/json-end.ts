/** Deeper JSON is not looked into: nobody reports positions that way. Assumption. */
const DEEPEST = 16;

/** Where a JSON object ends, as far as brackets and strings tell; what is between is not checked. */
type JsonEnd =
  | { readonly kind: 'end'; readonly end: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'too-deep'; readonly at: number };

/** Follows the object that begins at `start` with a curly bracket. */
export function jsonEnd(bytes: Buffer, start: number): JsonEnd {
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0x22) {
      at = stringEnd(bytes, at);
      continue;
    }
    if (byte === 0x7b || byte === 0x5b) depth += 1;
    if (depth > DEEPEST) return { kind: 'too-deep', at };
    if (byte === 0x7d || byte === 0x5d) depth -= 1;
    if (depth === 0) return { kind: 'end', end: at + 1 };
  }
  return { kind: 'open' };
}

/** Place of the quotation mark that ends a string, or the end of the bytes. */
function stringEnd(bytes: Buffer, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== 0x22) at += bytes[at] === 0x5c ? 2 : 1;
  return at;
}
