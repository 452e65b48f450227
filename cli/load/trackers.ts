import { platform as operatingSystem } from 'node:os';
import { join } from 'node:path';
import { partOf } from '../../fixtures/load/device-ranges.ts';
import { fleetsOf, type PlannedFleet } from '../../fixtures/load/fleets.ts';
import type { FollowedTruck } from '../../fixtures/load/load-step.ts';
import { msOfRunPerMs } from '../../profile/load/pace.ts';
import { LOAD_FILES, type LoadSample } from '../../reports/load/load-run.ts';
import type { CustomsSystem } from '../../simulators/customs/index.ts';
import { type FleetCounters, noCounters } from '../../simulators/tracking/fleet/counters.ts';
import { addressOf, requireOpenFiles, sourcesFor } from '../fleet-address.ts';
import type { FleetBegin, FleetPart } from '../fleet-part.ts';
import { partsOf, runInProcesses, sumOf } from '../fleet-processes.ts';
import { registerFleetAt } from '../fleet-register.ts';
import type { Io } from '../io.ts';
import type { Shard } from '../options.ts';
import { consultTrackers } from './consult-trackers.ts';
import type { PlayOptions } from './play.ts';

/** Devices of one process. @source assumption: its sockets and timers take a third of a core at one report a second each */
const DEVICES_PER_PROCESS = 2_000;
const RAMP_PER_S = 1_000;
/** Readings that a device keeps while nobody takes them. */
const MEMORY = 500;

/** Devices that report beside the messages. */
export interface RunningTrackers extends AsyncDisposable {
  /** The first movement is due at this moment, ms since the epoch: the clock of the devices goes from here. */
  begin(at: number): void;
  sample(): LoadSample['trackers'];
  /** Nothing more is measured; answers that are due are waited for. @throws FleetError when a fleet could not go on */
  end(): Promise<void>;
  /** What the stack publishes of the devices goes into the evidence, once everything has arrived. @param begun transit references */
  consult(seats: ReadonlyMap<string, CustomsSystem>, begun: ReadonlySet<string>): Promise<void>;
}

const NO_TRACKERS: RunningTrackers = {
  begin: () => undefined,
  sample: () => undefined,
  end: async () => undefined,
  consult: async () => undefined,
  [Symbol.asyncDispose]: async () => undefined,
};

/** What fleets take of a run. */
export type TrackersOptions = Pick<
  PlayOptions,
  'plan' | 'target' | 'runDir' | 'seed' | 'salt' | 'traffic' | 'segment'
>;

/**
 * The fleets of a plan in processes of their own: known to their platforms and on their way to connect. They measure once they are told
 * to begin, by a clock that goes as fast as the plan, until its last step.
 * @throws UsageError when the stack has no such platform, or this machine does not allow as many connections
 */
export async function startTrackers(options: TrackersOptions, io: Io): Promise<RunningTrackers> {
  const fleets = fleetsOf(options.plan, options.salt).map((fleet) => ofSegment(fleet, options.segment));
  if (fleets.length === 0) return NO_TRACKERS;
  const parts: FleetPart[][] = [];
  for (const fleet of fleets) parts.push(fleet.devices === 0 ? [] : await prepare(fleet, options, io));
  return new Fleets(
    parts.filter(({ length }) => length > 0),
    fleets,
    options,
    io,
  );
}

/** Other sites run the fleets: this one has the seats, and asks at the end what the stack makes of all of them. */
export function trackersElsewhere(
  options: Pick<TrackersOptions, 'plan' | 'salt' | 'traffic'>,
): RunningTrackers {
  const fleets = fleetsOf(options.plan, options.salt);
  return {
    ...NO_TRACKERS,
    consult: (seats, begun) => consultTrackers(seats, fleets, trucksOf(options, begun)),
  };
}

const trucksOf = (
  { traffic }: Pick<TrackersOptions, 'traffic'>,
  begun: ReadonlySet<string>,
): FollowedTruck[] => traffic.followed.filter(({ reference }) => begun.has(reference));

/** The part of a fleet that one site runs: n sites together run exactly the devices of one. */
const ofSegment = (fleet: PlannedFleet, segment: Shard | undefined): PlannedFleet =>
  segment ? partOf(fleet, segment.index - 1, segment.total) : fleet;

/** Makes the devices of this site known, and those on trucks of all sites: whoever sends the message is not always who runs the device. */
async function prepare(fleet: PlannedFleet, options: TrackersOptions, io: Io): Promise<FleetPart[]> {
  const { plan, target, runDir, seed, traffic } = options;
  const { protocol, platform, first, devices, intervalMs } = fleet;
  const processes = Math.ceil(devices / DEVICES_PER_PROCESS);
  requireOpenFiles(devices, processes);
  const trucks = traffic.followed.filter(
    (truck) => truck.platform === platform && truck.protocol === protocol,
  );
  const others = trucks.map(({ number }) => number);
  const known = { hub: target.hub, platform, protocol, udp: false, first, devices, others };
  const { host, port } = await addressOf(await registerFleetAt(known, io.signal));
  const scale = msOfRunPerMs(plan);
  const [startAt, endAt] = [traffic.devicesBeginAt, traffic.devicesBeginAt + traffic.lastMs / scale];
  const whole: FleetPart = {
    protocol,
    address: { transport: protocol === 'mqtt' ? 'mqtt' : 'tcp', host, port },
    ...{
      devices,
      first,
      intervalMs,
      seed,
      forMs: null,
      speed: 1 / scale,
      rampPerS: RAMP_PER_S,
      memory: MEMORY,
    },
    sources: sourcesFor(host, devices, undefined, operatingSystem()),
    journeys: false,
    plan: { startAt, endAt, trucks, platform, stack: target.hub, truth: join(runDir, LOAD_FILES.truth) },
  };
  return partsOf(whole, processes).map((part) => withOwnTrucks(part, trucks));
}

const withOwnTrucks = (part: FleetPart, trucks: readonly FollowedTruck[]): FleetPart => {
  const own = trucks.filter(({ number }) => number >= part.first && number < part.first + part.devices);
  return { ...part, ...(part.plan && { plan: { ...part.plan, trucks: own } }) };
};

class Fleets implements RunningTrackers {
  readonly #begun = Promise.withResolvers<FleetBegin>();
  readonly #over = new AbortController();
  readonly #seen: FleetCounters[];
  readonly #running: Promise<unknown>;
  readonly #fleets: readonly PlannedFleet[];
  readonly #options: TrackersOptions;

  constructor(
    parts: readonly (readonly FleetPart[])[],
    fleets: readonly PlannedFleet[],
    options: TrackersOptions,
    io: Io,
  ) {
    this.#fleets = fleets;
    this.#options = options;
    this.#seen = parts.map(noCounters);
    const signal = AbortSignal.any([io.signal, this.#over.signal]);
    this.#running = Promise.all(
      parts.map(async (processes, number) => {
        const show = (counters: FleetCounters): void => {
          this.#seen[number] = counters;
        };
        const results = await runInProcesses(processes, signal, show, this.#begun.promise);
        this.#seen[number] = sumOf(results.map(({ counters }) => counters));
      }),
    );
    this.#running.catch(() => undefined); // told by `end`
  }

  begin(at: number): void {
    this.#begun.resolve({ at: this.#options.traffic.devicesBeginAt, wallAt: at });
  }

  sample(): LoadSample['trackers'] {
    const { connected, sent, acked, resent, refused } = sumOf(this.#seen);
    return { connected, sent, acked, resent, refused };
  }

  async end(): Promise<void> {
    this.#over.abort();
    await this.#running;
  }

  consult(seats: ReadonlyMap<string, CustomsSystem>, begun: ReadonlySet<string>): Promise<void> {
    return consultTrackers(seats, this.#fleets, trucksOf(this.#options, begun));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end().catch(() => undefined);
  }
}
