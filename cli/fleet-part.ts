import { decodeFromCompressedBase64, encodeIntoCompressedBase64, type Histogram } from 'hdr-histogram-js';
import { createRandom } from '../fixtures/random.ts';
import { loadDialect } from '../simulators/tracking/devices/dialects.ts';
import type { ListenerAddress } from '../simulators/tracking/devices/link.ts';
import { type FleetCounters, newLatencies, noCounters } from '../simulators/tracking/fleet/counters.ts';
import { Fleet, type FleetClock } from '../simulators/tracking/fleet/fleet.ts';
import type { Trouble, Troubles } from '../simulators/tracking/fleet/trouble.ts';
import type { ProtocolName } from '../simulators/tracking/protocols/protocol.ts';
import { chosenReadings } from './fleet-readings.ts';

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

/** Runs the devices of this process to their end. @throws UsageError, FleetError */
export async function runPart(
  part: FleetPart,
  clock: FleetClock,
  signal: AbortSignal,
  show: (counters: FleetCounters, latencies: Histogram) => void,
): Promise<PartResult> {
  const { seed, forMs, protocol, variant, ...rest } = part;
  const fleet = await Fleet.start({
    ...rest,
    ...(variant !== undefined && { variant }),
    dialect: await loadDialect(protocol),
    readings: chosenReadings(part, clock.now()),
    random: createRandom(seed).fork(`fleet/${part.first}`),
    clock,
  });
  const showing = setInterval(() => show(fleet.counters, fleet.latencies), SHOW_MS);
  try {
    await fleet.run(forMs, signal);
  } finally {
    clearInterval(showing);
  }
  return {
    counters: { ...fleet.counters, connected: fleet.connectedAtEnd },
    latencies: encodeIntoCompressedBase64(fleet.latencies),
    troubles: fleet.troubles,
    kept: fleet.kept,
    seconds: fleet.seconds,
  };
}

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
