/**
 * Watches the bytes of an MQTT connection, packet by packet.
 * @source MQTT 3.1.1, section 2.2.3 (remaining length: up to four bytes of seven bits)
 */
export class PacketGuard {
  readonly #longest: number;
  #left = 0;
  #header: number[] = [];
  #ended = 0;

  /** @param longest bytes behind the header of a packet */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** A packet has begun and not ended. */
  get unfinished(): boolean {
    return this.#left > 0 || this.#header.length > 0;
  }

  /** Packets that have ended. */
  get ended(): number {
    return this.#ended;
  }

  /** False as soon as a packet says that it is longer than it may be, before it is read: the broker would keep all of it. */
  take(chunk: Buffer): boolean {
    let at = 0;
    while (at < chunk.length) {
      if (this.#left > 0) {
        const skipped = Math.min(this.#left, chunk.length - at);
        this.#left -= skipped;
        at += skipped;
        if (this.#left === 0) this.#ended += 1;
        continue;
      }
      this.#header.push(chunk[at] ?? 0);
      at += 1;
      const length = remainingLength(this.#header);
      if (length === null) continue;
      if (length > this.#longest) return false;
      this.#left = length;
      this.#header = [];
      if (length === 0) this.#ended += 1;
    }
    return true;
  }
}

/** Of a header as far as it has come: null when it goes on, Infinity when it is none. */
function remainingLength(header: readonly number[]): number | null {
  const digits = header.slice(1);
  const last = digits.at(-1);
  if (last === undefined) return null;
  if (last >= 0x80) return digits.length >= 4 ? Number.POSITIVE_INFINITY : null;
  return digits.reduce((sum, digit, index) => sum + (digit & 0x7f) * 0x80 ** index, 0);
}
