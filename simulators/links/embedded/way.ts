import type { Socket } from 'node:net';
import type { Piece, Shape } from '../link.ts';

/** Bytes kept on one way before its source has to wait. */
const KEPT_BYTES = 1024 * 1024;
const NOTHING = Buffer.alloc(0);

/** One way of one connection: bytes go through as they come, or as its shapes let them. */
export class OneWay {
  readonly #from: Socket;
  readonly #to: Socket;
  readonly #reset: () => void;
  /** By the fault that put them there, in order. */
  readonly #shapes = new Map<object, Shape>();
  #waiting: Piece[] = [];
  #waitingBytes = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param reset throws both ends out */
  constructor(from: Socket, to: Socket, reset: () => void) {
    this.#from = from;
    this.#to = to;
    this.#reset = reset;
    from.on('data', (bytes: Buffer) => {
      if (this.#shapes.size > 0 || this.#waiting.length > 0) this.#take({ bytes, at: performance.now() });
      else if (!to.write(bytes)) from.pause();
    });
    from.on('end', () => this.#take({ bytes: NOTHING, at: performance.now(), ends: true }));
    // The source is gone for good: after an orderly end what waits is still sent, after a broken one nothing.
    from.on('close', () => (from.readableEnded ? undefined : this.#forget()));
    to.on('close', () => this.#forget());
    to.on('drain', () => this.#resume());
  }

  /** Bytes that come from now on go through this too. */
  bend(fault: object, shape: Shape): void {
    this.#shapes.set(fault, shape);
  }

  /** What this fault delays goes on at once, through the others that are left. @param fresh a new shape for each of them */
  straighten(fault: object, fresh: (fault: object) => Shape): void {
    if (!this.#shapes.delete(fault)) return;
    for (const left of this.#shapes.keys()) this.#shapes.set(left, fresh(left));
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    const at = performance.now();
    for (const piece of waiting) this.#take({ ...piece, at });
    this.#send();
  }

  #take(piece: Piece): void {
    let pieces: readonly Piece[] = [piece];
    for (const shape of this.#shapes.values()) {
      const shaped: Piece[] = [];
      for (const each of pieces) {
        const next = shape(each);
        if (next === 'reset') {
          this.#reset();
          return;
        }
        shaped.push(...next);
      }
      pieces = shaped;
    }
    for (const { bytes } of pieces) this.#waitingBytes += bytes.length;
    this.#waiting.push(...pieces);
    if (this.#waitingBytes > KEPT_BYTES) this.#from.pause();
    this.#send();
  }

  /** Sends what may go, and comes back for the next. */
  #send(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    for (let next = this.#waiting[0]; next && next.at <= now; next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#waitingBytes -= next.bytes.length;
      if (next.ends) this.#to.end();
      else if (this.#to.writable && !this.#to.write(next.bytes)) this.#from.pause();
    }
    const [next] = this.#waiting;
    if (next) this.#timer = setTimeout(() => this.#send(), Math.max(1, next.at - now));
    else this.#resume();
  }

  #resume(): void {
    if (this.#waitingBytes <= KEPT_BYTES && !this.#to.writableNeedDrain) this.#from.resume();
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}
