import { createHmac } from 'node:crypto';

/** Shorter keys can be found by trying. @source assumption, RFC 2104 asks for as many bytes as the hash gives */
export const SHORTEST_KEY_BYTES = 16;

/** 96 bits: two of a billion values meet once in about 10^11 pilots. @source assumption */
const TOKEN_DIGITS = 24;
const REMEMBERED = 50_000;

/** What every token begins with, so that a reader sees what stands there. */
export const TOKEN_PREFIX = 'jeton-';

/**
 * Keyed tokens (HMAC-SHA-256) in the place of what names a person or a firm: the same value under the same key gives the same
 * token, so that books still compare, and nobody without the key can try names. The key is held here and goes nowhere else.
 * @source RFC 2104
 */
export class Tokens {
  readonly #key: Buffer;
  readonly #known = new Map<string, string>();

  /** @param key {@link SHORTEST_KEY_BYTES} or more; a RangeError for fewer */
  constructor(key: Buffer) {
    if (key.length < SHORTEST_KEY_BYTES)
      throw new RangeError(
        `Failed to take the token key: it has ${key.length} bytes. Give ${SHORTEST_KEY_BYTES} or more.`,
      );
    this.#key = Buffer.from(key);
  }

  /** The token of a value; spaces around it and between its words, and how accents are composed, make no difference. */
  of(value: string): string {
    const plain = value.normalize('NFC').replace(/\s+/gu, ' ').trim();
    const known = this.#known.get(plain);
    if (known !== undefined) return known;
    const token =
      TOKEN_PREFIX + createHmac('sha256', this.#key).update(plain).digest('hex').slice(0, TOKEN_DIGITS);
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(plain, token);
    return token;
  }
}
