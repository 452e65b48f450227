/**
 * Watches the bytes of an MQTT connection: false as soon as a packet says that it is longer than `longest`, before it is read. The
 * broker would keep all of it.
 * @source MQTT 3.1.1, section 2.2.3 (remaining length: up to four bytes of seven bits)
 */
export function packetGuard(longest: number): (chunk: Buffer) => boolean {
  let left = 0;
  let header: number[] = [];
  return (chunk) => {
    let at = 0;
    while (at < chunk.length) {
      if (left > 0) {
        const skipped = Math.min(left, chunk.length - at);
        left -= skipped;
        at += skipped;
        continue;
      }
      header.push(chunk[at] ?? 0);
      at += 1;
      const length = remainingLength(header);
      if (length === null) continue;
      if (length > longest) return false;
      left = length;
      header = [];
    }
    return true;
  };
}

/** Of a header as far as it has come: null when it goes on, Infinity when it is none. */
function remainingLength(header: readonly number[]): number | null {
  const digits = header.slice(1);
  const last = digits.at(-1);
  if (last === undefined) return null;
  if (last >= 0x80) return digits.length >= 4 ? Number.POSITIVE_INFINITY : null;
  return digits.reduce((sum, digit, index) => sum + (digit & 0x7f) * 0x80 ** index, 0);
}
