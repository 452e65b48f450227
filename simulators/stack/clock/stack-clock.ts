import type { Clock } from '../../../profile/clock.ts';

/** Something to be done when the stack's clock reaches an instant. */
export interface Alarm {
  /** Does nothing when it has rung. */
  cancel(): void;
}

interface SetAlarm {
  readonly dueAt: number;
  readonly position: number;
  readonly ring: () => Promise<void> | void;
  timeout: NodeJS.Timeout | undefined;
}

const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * The time of the stack: the system's, moved forward by the test clock (binding, section 6). All that the stack does
 * later it does by alarms on this clock, so that moving it fires them in order.
 */
export class StackClock implements Clock {
  readonly #system: Clock;
  readonly #alarms = new Set<SetAlarm>();
  /** What alarms that rang by themselves have set off, and is not over. */
  readonly #ringing = new Set<Promise<void>>();
  #offsetMs = 0;
  #position = 0;
  #closed = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(system: Clock) {
    this.#system = system;
  }

  now(): number {
    return this.#system.now() + this.#offsetMs;
  }

  /** The system's time, which the test clock does not move; ms since the epoch. */
  systemNow(): number {
    return this.#system.now();
  }

  /** How far the clock is ahead of the system's, milliseconds. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Takes up the offset of an earlier life; alarms set before it are armed anew. */
  restore(offsetMs: number): void {
    this.#offsetMs = offsetMs;
    for (const alarm of this.#alarms) this.#arm(alarm);
  }

  /** @param ring what it returns is awaited when the test clock is moved over it */
  at(dueAt: number, ring: () => Promise<void> | void): Alarm {
    const alarm: SetAlarm = { dueAt, position: this.#position++, ring, timeout: undefined };
    if (!this.#closed) {
      this.#alarms.add(alarm);
      this.#arm(alarm);
    }
    return { cancel: () => this.#forget(alarm) };
  }

  /**
   * Moves forward, ringing every alarm that falls due in order of its instant, each at its instant; how many rang. What rang by
   * itself before is over then.
   */
  async advance(ms: number): Promise<number> {
    await Promise.all(this.#ringing);
    const targetMs = this.#offsetMs + ms;
    let rung = 0;
    for (;;) {
      const next = this.#earliest();
      if (!next || next.dueAt > this.#system.now() + targetMs) break;
      this.#forget(next);
      this.#offsetMs = Math.max(this.#offsetMs, next.dueAt - this.#system.now());
      rung += 1;
      await next.ring();
    }
    this.restore(Math.max(this.#offsetMs, targetMs));
    return rung;
  }

  /** Runs what moves the clock after whatever moved it before has ended. */
  inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(act);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** No alarm rings any more. */
  close(): void {
    this.#closed = true;
    for (const alarm of this.#alarms) this.#forget(alarm);
  }

  #earliest(): SetAlarm | undefined {
    let first: SetAlarm | undefined;
    for (const alarm of this.#alarms) {
      const sooner = !first || alarm.dueAt < first.dueAt;
      if (sooner || (alarm.dueAt === first?.dueAt && alarm.position < first.position)) first = alarm;
    }
    return first;
  }

  #arm(alarm: SetAlarm): void {
    clearTimeout(alarm.timeout);
    const waitMs = Math.max(0, alarm.dueAt - this.now());
    alarm.timeout = setTimeout(() => this.#expire(alarm), Math.min(waitMs, LONGEST_TIMEOUT_MS));
  }

  #expire(alarm: SetAlarm): void {
    if (!this.#alarms.has(alarm)) return;
    if (alarm.dueAt > this.now()) {
      this.#arm(alarm);
      return;
    }
    this.#forget(alarm);
    const ringing = Promise.resolve(alarm.ring()).finally(() => this.#ringing.delete(ringing));
    this.#ringing.add(ringing);
  }

  #forget(alarm: SetAlarm): void {
    clearTimeout(alarm.timeout);
    this.#alarms.delete(alarm);
  }
}
