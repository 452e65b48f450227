import type { Histogram } from 'hdr-histogram-js';
import type { Dialect, Reading } from '../devices/dialect.ts';
import type { FleetCounters } from './counters.ts';
import type { Fate } from './fate.ts';
import type { FleetLink } from './links/fleet-link.ts';
import type { Tracker } from './tracker.ts';
import type { Trouble } from './trouble.ts';

/** What all trackers of a fleet share; one of it, however many they are. */
export interface FleetContext {
  readonly dialect: Dialect;
  readonly udp: boolean;
  readonly counters: FleetCounters;
  readonly latencies: Histogram;
  readonly answerWithinMs: number;
  /** Pause before the next attempt, ms by the clock, after so many failures in a row. */
  readonly pauseMs: (failures: number) => number;
  /** Readings that one device keeps. */
  readonly memory: number;
  /** Milliseconds between heartbeats by the clock of this machine; null: none. */
  readonly heartbeatMs: number | null;
  /** A clock that only goes forward, ms. */
  readonly monotonicMs: () => number;
  /** Calls `tracker.due()` after a time; at most one call is awaited per tracker. Null: none. */
  readonly wake: (tracker: Tracker, inMs: number | null) => void;
  readonly open: (tracker: Tracker) => FleetLink;
  /** Counts what went wrong. */
  readonly trouble: (what: Trouble) => void;
  /** Says what became of readings of a device. */
  readonly fate: (tracker: Tracker, readings: readonly Reading[], fate: Fate) => void;
  /** A connection failed that was never there. */
  readonly failed: (code: string) => void;
}
