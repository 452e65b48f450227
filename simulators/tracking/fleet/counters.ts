import { build, type Histogram } from 'hdr-histogram-js';

/** What a fleet has done so far. Frames, where nothing else is said. */
export interface FleetCounters {
  /** Devices whose link is there now. */
  connected: number;
  /** Links that came about, first ones included. */
  connects: number;
  /** Links that came about again after one was lost. */
  reconnects: number;
  /** Attempts to connect that failed. */
  failedConnects: number;
  /** Frames with readings, each counted once. */
  sent: number;
  /** Of those sent, the ones that the server took. */
  acked: number;
  /** Frames with readings that were sent once more. */
  resent: number;
  /** Answers that said no: another count, a reject. */
  refused: number;
  /** Answers that did not come in time. */
  timeouts: number;
  /** Of those sent, the ones that this protocol has no answer for. */
  unanswered: number;
  heartbeats: number;
  /** Readings made. */
  measured: number;
  /** Readings in frames that the server took, or that need no answer. */
  delivered: number;
  /** Readings that a full memory gave up. */
  forgotten: number;
}

/** All at nothing. */
export const noCounters = (): FleetCounters => ({
  connected: 0,
  connects: 0,
  reconnects: 0,
  failedConnects: 0,
  sent: 0,
  acked: 0,
  resent: 0,
  refused: 0,
  timeouts: 0,
  unanswered: 0,
  heartbeats: 0,
  measured: 0,
  delivered: 0,
  forgotten: 0,
});

const LONGEST_US = 3_600_000_000;

/** Time from handing a frame to the socket to its answer, microseconds; percentiles of several merge exactly. */
export const newLatencies = (): Histogram =>
  build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: LONGEST_US,
    numberOfSignificantValueDigits: 3,
    bitBucketSize: 32,
    useWebAssembly: false,
  });

/** Milliseconds with two decimals; null when nothing was answered. */
interface LatencyMs {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** The percentiles that are told. */
export function latencyOf(latencies: Histogram): LatencyMs | null {
  if (latencies.totalCount === 0) return null;
  const ms = (us: number): number => Math.round(us / 10) / 100;
  const at = (percentile: number): number => ms(latencies.getValueAtPercentile(percentile));
  return { p50: at(50), p90: at(90), p99: at(99), max: ms(latencies.maxValue) };
}
