/** How a wheel is built. */
interface TimerWheelOptions {
  /** Timers are numbers from 0 to this, exclusive. */
  readonly timers: number;
  /** Width of one slot, ms: no timer fires more exactly. */
  readonly tickMs?: number;
  /** A power of two. */
  readonly slots?: number;
  readonly startMs: number;
}

const NONE = -1;
/** Taken out of its slot, about to fire. */
const FIRING = -2;

/**
 * One clock for many timers: starting and stopping one costs the same however many there are, and nothing is allocated.
 * A timer waits in the slot of its tick; what is due a revolution later stays there.
 * @source Varghese and Lauck, Hashed and Hierarchical Timing Wheels (1987), scheme 6
 */
export class TimerWheel {
  readonly #tickMs: number;
  readonly #startMs: number;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  readonly #slot: Int32Array;
  readonly #due: Float64Array;
  readonly #firing: number[] = [];
  /** The last tick that was passed. */
  #tick = 0;
  #running = 0;

  /** @throws RangeError when `slots` is no power of two */
  constructor({ timers, tickMs = 4, slots = 8_192, startMs }: TimerWheelOptions) {
    if (slots < 1 || (slots & (slots - 1)) !== 0)
      throw new RangeError(`Failed to build a wheel of ${slots} slots: give a power of two.`);
    this.#tickMs = tickMs;
    this.#startMs = startMs;
    this.#heads = new Int32Array(slots).fill(NONE);
    this.#next = new Int32Array(timers);
    this.#previous = new Int32Array(timers);
    this.#slot = new Int32Array(timers).fill(NONE);
    this.#due = new Float64Array(timers);
  }

  /** Timers that run. */
  get running(): number {
    return this.#running;
  }

  /** True from `schedule` until it fires or is cancelled. */
  isRunning(timer: number): boolean {
    return this.#slot[timer] !== NONE;
  }

  /** Starts a timer, or starts it anew; what is due already fires at the next tick. */
  schedule(timer: number, dueMs: number): void {
    this.cancel(timer);
    const tick = Math.max(Math.ceil((dueMs - this.#startMs) / this.#tickMs), this.#tick + 1);
    const slot = tick & (this.#heads.length - 1);
    const head = this.#heads[slot] ?? NONE;
    this.#due[timer] = tick;
    this.#slot[timer] = slot;
    this.#next[timer] = head;
    this.#previous[timer] = NONE;
    if (head !== NONE) this.#previous[head] = timer;
    this.#heads[slot] = timer;
    this.#running += 1;
  }

  /** Stops a timer; one that does not run is left alone. */
  cancel(timer: number): void {
    const slot = this.#slot[timer] ?? NONE;
    if (slot === NONE) return;
    if (slot !== FIRING) this.#unlink(timer, slot);
    this.#slot[timer] = NONE;
    this.#running -= 1;
  }

  /** Fires what is due by now. `fire` may start and stop timers, its own too. */
  advance(nowMs: number, fire: (timer: number) => void): void {
    const target = Math.floor((nowMs - this.#startMs) / this.#tickMs);
    const slots = this.#heads.length;
    // After a long sleep each slot is looked at once, not once for each tick slept.
    const first = Math.max(this.#tick + 1, target - slots + 1);
    for (let tick = first; tick <= target; tick += 1) this.#collect(tick & (slots - 1), target);
    if (target > this.#tick) this.#tick = target;
    for (let index = 0; index < this.#firing.length; index += 1) {
      const timer = this.#firing[index] ?? NONE;
      if (this.#slot[timer] !== FIRING) continue;
      this.#slot[timer] = NONE;
      this.#running -= 1;
      fire(timer);
    }
    this.#firing.length = 0;
  }

  #collect(slot: number, target: number): void {
    let timer = this.#heads[slot] ?? NONE;
    while (timer !== NONE) {
      const next = this.#next[timer] ?? NONE;
      if ((this.#due[timer] ?? 0) <= target) {
        this.#unlink(timer, slot);
        this.#slot[timer] = FIRING;
        this.#firing.push(timer);
      }
      timer = next;
    }
  }

  #unlink(timer: number, slot: number): void {
    const next = this.#next[timer] ?? NONE;
    const previous = this.#previous[timer] ?? NONE;
    if (previous === NONE) this.#heads[slot] = next;
    else this.#next[previous] = next;
    if (next !== NONE) this.#previous[next] = previous;
  }
}
