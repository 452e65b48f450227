import { decodeFromCompressedBase64, encodeIntoCompressedBase64, type Histogram } from 'hdr-histogram-js';
import type { FollowedTruck } from '../fixtures/load/load-step.ts';
import { createRandom } from '../fixtures/random.ts';
import { loadDialect } from '../simulators/tracking/devices/dialects.ts';
import type { ListenerAddress } from '../simulators/tracking/devices/link.ts';
import { type FleetCounters, newLatencies, noCounters } from '../simulators/tracking/fleet/counters.ts';
import { Fleet, type FleetClock } from '../simulators/tracking/fleet/fleet.ts';
import type { Trouble, Troubles } from '../simulators/tracking/fleet/trouble.ts';
import type { ProtocolName } from '../simulators/tracking/protocols/protocol.ts';
import { chosenReadings } from './fleet-readings.ts';
import { TruthFile } from './fleet-truth.ts';

/** The devices of one process; plain JSON, so that it can be told to another. */
export interface FleetPart {
  readonly protocol: ProtocolName;
  readonly address: ListenerAddress;
  readonly devices: number;
  readonly first: number;
  readonly intervalMs: number;
  /** By the clock of the machine; null: until told to stop. */
  readonly forMs: number | null;
  readonly speed: number;
  readonly rampPerS: number;
  readonly sources: number;
  readonly memory: number;
  readonly variant?: string;
  /** The road of all of them; without it, for journeys, every corridor by its share. */
  readonly corridor?: string;
  /** They live the journeys of trucks instead of driving on and on. */
  readonly journeys: boolean;
  readonly seed: number;
  /** Where it goes by the clock of a load plan, and tells its truth. */
  readonly plan?: PartOfPlan;
}

/** What the devices of a load plan are told beside; instants are ms since the epoch by their clock. */
export interface PartOfPlan {
  readonly startAt: number;
  readonly endAt: number;
  /** Devices of this part that are on trucks. */
  readonly trucks: readonly FollowedTruck[];
  readonly platform: string;
  /** Address of the stack, as exchanges name it. */
  readonly stack: string;
  /** File of the reports. */
  readonly truth: string;
}

/** A moment of two clocks, ms since the epoch: the devices' and this machine's. */
export interface FleetBegin {
  readonly at: number;
  readonly wallAt: number;
}

/** What became of it, as plain JSON. */
export interface PartResult {
  readonly counters: FleetCounters;
  /** An HDR histogram of microseconds, compressed. */
  readonly latencies: string;
  readonly troubles: Troubles;
  /** Readings that nobody took. */
  readonly kept: number;
  readonly seconds: number;
}

/**
 * Runs the devices of this process to their end.
 * @param begun by a plan they measure from then on; never: until told to stop they only stay connected
 * @throws UsageError, FleetError
 */
export async function runPart(
  part: FleetPart,
  clock: FleetClock,
  signal: AbortSignal,
  show: (counters: FleetCounters, latencies: Histogram) => void,
  begun?: Promise<FleetBegin>,
): Promise<PartResult> {
  const { seed, forMs, protocol, variant, plan, ...rest } = part;
  using truth = plan && new TruthFile({ ...part, ...plan, path: plan.truth });
  const fleet = await Fleet.start({
    ...rest,
    ...(variant !== undefined && { variant }),
    ...(truth && { onFate: truth.onFate }),
    waits: plan !== undefined,
    dialect: await loadDialect(protocol),
    readings: chosenReadings(part, clock.now()),
    random: createRandom(seed).fork(`fleet/${part.first}`),
    clock,
  });
  void begun?.then(({ at, wallAt }) => fleet.begin(at, clock.monotonic() + wallAt - clock.now()));
  const showing = setInterval(() => {
    show(fleet.counters, fleet.latencies);
    truth?.flush();
  }, SHOW_MS);
  try {
    await fleet.run(forMs, signal);
  } finally {
    clearInterval(showing);
  }
  truth?.end();
  return resultOf(fleet);
}

const resultOf = (fleet: Fleet): PartResult => ({
  counters: { ...fleet.counters, connected: fleet.connectedAtEnd },
  latencies: encodeIntoCompressedBase64(fleet.latencies),
  troubles: fleet.troubles,
  kept: fleet.kept,
  seconds: fleet.seconds,
});

const SHOW_MS = 500;

/** Several parts as one; percentiles merge exactly. */
export function together(parts: readonly PartResult[]) {
  const counters = noCounters();
  const latencies = newLatencies();
  const troubles: Troubles = {};
  for (const part of parts) {
    for (const [what, times] of Object.entries(part.troubles) as [Trouble, number][])
      troubles[what] = (troubles[what] ?? 0) + times;
    for (const key of Object.keys(counters) as (keyof FleetCounters)[]) counters[key] += part.counters[key];
    latencies.add(decodeFromCompressedBase64(part.latencies));
  }
  return {
    counters,
    latencies,
    troubles,
    kept: parts.reduce((sum, { kept }) => sum + kept, 0),
    seconds: Math.max(...parts.map(({ seconds }) => seconds)),
  };
}
