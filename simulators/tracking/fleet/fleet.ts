import type { Histogram } from 'hdr-histogram-js';
import { deviceIdOf } from '../../../fixtures/devices/device-ids.ts';
import type { Random } from '../../../fixtures/random.ts';
import type { Dialect } from '../devices/dialect.ts';
import type { ListenerAddress } from '../devices/link.ts';
import { type FleetCounters, newLatencies, noCounters } from './counters.ts';
import type { OnFate } from './fate.ts';
import type { FleetContext } from './fleet-context.ts';
import type { FleetLink, OpenFleetLink } from './links/fleet-link.ts';
import { openerOf } from './links/open-link.ts';
import type { Readings } from './readings.ts';
import { TimerWheel } from './timer-wheel.ts';
import { Tracker } from './tracker.ts';
import type { Troubles } from './trouble.ts';

/** A fleet that cannot run at all: its code, what was seen, what to do. */
export class FleetError extends Error {
  override readonly name = 'FleetError';
  readonly code: string;
  readonly hint: string;
  readonly exitCode = 4;
  constructor(code: string, message: string, hint: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/** The clocks of a fleet; passed in, so that nothing below the edge reads the time. */
export interface FleetClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
}

/** What a fleet is. Times of the simulation go `speed` times as fast as the clock. */
export interface FleetOptions {
  readonly dialect: Dialect;
  readonly address: ListenerAddress;
  readonly devices: number;
  /** Number of the first device in the whole fleet: several processes have a part each. */
  readonly first: number;
  readonly readings: Readings;
  readonly speed: number;
  /** Connections begun per second. */
  readonly rampPerS: number;
  /** Loopback addresses to connect from, 127.0.0.1 and up; 0: as the platform chooses. */
  readonly sources: number;
  /** Readings that one device keeps. */
  readonly memory: number;
  /** Longest wait for an answer, ms by the clock; default: what the protocol says. */
  readonly answerWithinMs?: number;
  /** Model or version of the devices, where the protocol has several. */
  readonly variant?: string;
  readonly random: Random;
  readonly clock: FleetClock;
  /** True: the devices connect, and measure only once `begin` was called. */
  readonly waits?: boolean;
  readonly onFate?: OnFate;
}

const TICK_MS = 4;
const LOOK_MS = 20;
/** Doubled with each failure. @source assumption */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** Errors of the platform that every further device would meet as well. */
const HOPELESS: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  EMFILE: [
    'no more files can be opened',
    'Give fewer --devices, more --processes, or raise the limit of open files (ulimit -n).',
  ],
  EADDRNOTAVAIL: [
    'a source address has no more ports, or is not of this machine',
    'Give more --sources, each has about 28,000 ports; for a server elsewhere run fewer devices.',
  ],
};
const NOBODY: readonly string[] = ['ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'EACCES', 'EPERM'];

/**
 * Devices of one protocol on real connections: one timer wheel, one set of counters, one object and one socket a device.
 * Timers: twice its number is a device's link, one more its next reading.
 */
export class Fleet {
  readonly counters: FleetCounters = noCounters();
  readonly latencies: Histogram = newLatencies();
  readonly troubles: Troubles = {};
  readonly #options: FleetOptions;
  readonly #trackers: Tracker[];
  readonly #wheel: TimerWheel;
  readonly #startedMs: number;
  /** What the clock of the simulation shows at a moment of the monotonic one. */
  #simulation: { readonly at: number; readonly ms: number };
  readonly #open: OpenFleetLink;
  #connectedAtEnd = 0;
  #isDraining = false;
  #fault: FleetError | undefined;
  #pump: NodeJS.Timeout | undefined;

  private constructor(options: FleetOptions, open: OpenFleetLink) {
    this.#options = options;
    this.#open = open;
    this.#startedMs = options.clock.monotonic();
    this.#simulation = { at: options.clock.now(), ms: this.#startedMs };
    this.#wheel = new TimerWheel({ timers: options.devices * 2, startMs: this.#startedMs, tickMs: TICK_MS });
    const context = this.#context();
    const { name } = options.dialect.protocol;
    this.#trackers = Array.from({ length: options.devices }, (_, index) => {
      const number = options.first + index;
      return new Tracker(index, deviceIdOf(name, number), options.variant, context);
    });
  }

  /** Begins to connect; `run` waits for the end. */
  static async start(options: FleetOptions): Promise<Fleet> {
    const fleet = new Fleet(options, await openerOf(options.address.transport));
    for (const { index } of fleet.#trackers)
      fleet.#wheel.schedule(2 * index, fleet.#startedMs + (index / options.rampPerS) * 1_000);
    if (!options.waits) fleet.#awaitReadings();
    fleet.#pump = setInterval(() => fleet.#turn(), TICK_MS);
    return fleet;
  }

  /** The devices measure from now on. @param at what their clock shows, ms since the epoch, at the moment `ms` of the monotonic clock */
  begin(at: number, ms: number): void {
    this.#simulation = { at, ms };
    this.#awaitReadings();
  }

  /** Readings that no server has taken. */
  get kept(): number {
    return this.#trackers.reduce((sum, { kept }) => sum + kept, 0);
  }

  /** Devices that were connected when it left. */
  get connectedAtEnd(): number {
    return this.#connectedAtEnd;
  }

  /** Seconds since it began, by the clock. */
  get seconds(): number {
    return (this.#options.clock.monotonic() - this.#startedMs) / 1_000;
  }

  /**
   * Runs until the time is over or the signal fires; then measures nothing more, waits for the answers that are due, and
   * leaves. @param forMs by the clock; null: until the signal
   * @throws FleetError when nobody listens, or the platform allows no more connections
   */
  async run(forMs: number | null, signal: AbortSignal): Promise<void> {
    const { dialect, answerWithinMs = dialect.answerWithinMs, clock } = this.#options;
    try {
      const endMs = forMs === null ? Number.POSITIVE_INFINITY : this.#startedMs + forMs;
      await this.#until(() => clock.monotonic() >= endMs || signal.aborted);
      this.#isDraining = true;
      const latestMs = clock.monotonic() + answerWithinMs;
      await this.#until(() => clock.monotonic() >= latestMs || this.#trackers.every((one) => one.isSettled));
    } finally {
      this.stop();
    }
  }

  /** Leaves at once. */
  stop(): void {
    clearInterval(this.#pump);
    this.#connectedAtEnd = this.counters.connected;
    for (const tracker of this.#trackers) tracker.stop();
  }

  /** Looks now and then, and at once when the fleet cannot go on. */
  async #until(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      if (this.#fault) throw this.#fault;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    if (this.#fault) throw this.#fault;
  }

  #turn(): void {
    this.#wheel.advance(this.#options.clock.monotonic(), (timer) => {
      const tracker = this.#trackers[timer >> 1];
      if (!tracker) return;
      if ((timer & 1) === 0) tracker.due();
      else this.#measure(tracker);
    });
  }

  #measure(tracker: Tracker): void {
    if (this.#isDraining) return;
    const { readings, first } = this.#options;
    const { reading, stored, nextAt } = readings.next(first + tracker.index, Math.round(this.#simulatedMs()));
    if (nextAt !== null) this.#wheel.schedule(2 * tracker.index + 1, this.#clockMsOf(nextAt));
    tracker.measured(reading, stored);
  }

  #awaitReadings(): void {
    const { readings, first } = this.#options;
    for (const { index } of this.#trackers)
      this.#wheel.schedule(2 * index + 1, this.#clockMsOf(readings.firstAt(first + index)));
  }

  #simulatedMs(): number {
    return (
      this.#simulation.at + (this.#options.clock.monotonic() - this.#simulation.ms) * this.#options.speed
    );
  }

  #clockMsOf(at: number): number {
    return this.#simulation.ms + (at - this.#simulation.at) / this.#options.speed;
  }

  #context(): FleetContext {
    const { dialect, address, speed, memory, clock } = this.#options;
    const { answerWithinMs = dialect.answerWithinMs } = this.#options;
    return {
      dialect,
      udp: address.transport === 'udp',
      counters: this.counters,
      latencies: this.latencies,
      pauseMs: (failures) => this.#pauseMs(failures),
      answerWithinMs,
      memory,
      heartbeatMs: dialect.heartbeatMs === null ? null : dialect.heartbeatMs / speed,
      monotonicMs: clock.monotonic,
      wake: ({ index }, inMs) => {
        if (inMs === null) this.#wheel.cancel(2 * index);
        else this.#wheel.schedule(2 * index, clock.monotonic() + inMs);
      },
      open: (tracker) => this.#connect(tracker),
      fate: ({ index }, readings, fate) => {
        if (readings.length > 0) this.#options.onFate?.(this.#options.first + index, readings, fate);
      },
      trouble: (what) => {
        this.troubles[what] = (this.troubles[what] ?? 0) + 1;
      },
      failed: (code) => this.#failed(code),
    };
  }

  #connect(tracker: Tracker): FleetLink {
    const { address, sources, first } = this.#options;
    const source = sources > 0 ? `127.0.0.${1 + ((first + tracker.index) % sources)}` : undefined;
    return this.#open(address, tracker, source);
  }

  /** Half of it is drawn, so that a fleet that was cut off does not come back as one. */
  #pauseMs(failures: number): number {
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
    return pauseMs * (0.5 + this.#options.random.next() / 2);
  }

  #failed(code: string): void {
    const { host, port } = this.#options.address;
    const place = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
    const hopeless = HOPELESS[code];
    if (hopeless) {
      const [what, hint] = hopeless;
      const seen = `with ${this.counters.connected} devices connected, ${what} (${code})`;
      this.#fault ??= new FleetError(code, `Failed to connect the fleet: ${seen}.`, hint);
    } else if (this.counters.connects === 0 && NOBODY.includes(code))
      this.#fault ??= new FleetError(
        'NOTHING_LISTENS',
        `Failed to connect to ${place}: nothing listens there (${code}).`,
        'Start the platform first, or give --to its HOST:PORT.',
      );
  }
}
