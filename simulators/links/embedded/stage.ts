import type { Piece, Shape } from '../link.ts';

/** What one fault does on one way of one connection, and what it keeps meanwhile; others stand before and behind it. */
export class Stage {
  readonly fault: object;
  readonly #shape: Shape;
  readonly #onward: (piece: Piece) => void;
  readonly #reset: () => void;
  #waiting: Piece[] = [];
  #waitingBytes = 0;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param onward where a piece goes when its time has come
   * @param reset throws both ends of the connection out
   */
  constructor(fault: object, shape: Shape, onward: (piece: Piece) => void, reset: () => void) {
    this.fault = fault;
    this.#shape = shape;
    this.#onward = onward;
    this.#reset = reset;
  }

  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  take(piece: Piece): void {
    const shaped = this.#shape(piece);
    if (shaped === 'reset') {
      this.#reset();
      return;
    }
    for (const { bytes } of shaped) this.#waitingBytes += bytes.length;
    this.#waiting.push(...shaped);
    this.#send();
  }

  /** Nothing goes on from here any more; what waited. */
  leave(): readonly Piece[] {
    clearTimeout(this.#timer);
    this.#waitingBytes = 0;
    return this.#waiting.splice(0);
  }

  /** What may go on goes, as of the instant at which it could; the timer comes back for the next. */
  #send(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    for (let next = this.#waiting[0]; next && next.at <= now; next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#waitingBytes -= next.bytes.length;
      this.#onward(next);
    }
    const [next] = this.#waiting;
    if (next) this.#timer = setTimeout(() => this.#send(), Math.max(1, next.at - now));
  }
}
