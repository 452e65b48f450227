import { platform } from 'node:os';
import type { Histogram } from 'hdr-histogram-js';
import { exitCodeOf } from '../reports/evidence/verdict.ts';
import { type FleetCounters, latencyOf } from '../simulators/tracking/fleet/counters.ts';
import type { ProtocolName } from '../simulators/tracking/protocols/protocol.ts';
import { UsageError } from './failure.ts';
import { addressOf, requireOpenFiles, sourcesFor } from './fleet-address.ts';
import { type FleetPart, type PartResult, runPart, together } from './fleet-part.ts';
import { partsOf, runInProcesses } from './fleet-processes.ts';
import { registerFleetAt } from './fleet-register.ts';
import { fleetPage, fleetSummary } from './fleet-summary.ts';
import { requireVariant } from './fleet-variants.ts';
import { type Format, type Io, line } from './io.ts';
import { spinnerOn } from './run-progress.ts';

/** The command line of `corridor fleet`. */
export interface FleetCommand {
  readonly protocol: ProtocolName;
  readonly to?: string;
  /** A hub that devices are made known to first, and the platform there. */
  readonly register?: string;
  readonly platform: string;
  readonly first: number;
  readonly devices: number;
  /** Seconds by the clock of the devices, as `duration`. */
  readonly interval: number;
  readonly duration?: number;
  readonly speed: number;
  readonly ramp: number;
  readonly sources?: number;
  readonly processes: number;
  readonly memory: number;
  readonly udp: boolean;
  readonly variant?: string;
  readonly corridor?: string;
  readonly journeys: boolean;
  readonly seed: number;
  readonly format: Format;
}

/** What needs no platform to be known as wrong. */
function requireSense({ protocol, udp, variant, devices, processes }: FleetCommand): void {
  if (udp && protocol !== 'teltonika')
    throw new UsageError(
      'NO_DATAGRAMS',
      `Found --udp with ${protocol}, whose devices connect.`,
      'Leave out --udp, or give --protocol teltonika.',
    );
  requireVariant(protocol, variant);
  requireOpenFiles(devices, processes);
}

/** Where the platform listens: as --to says, or the platform that now knows the devices. */
async function placeOf({ to, register, ...command }: FleetCommand, signal: AbortSignal): Promise<string> {
  if (register !== undefined) {
    const listening = await registerFleetAt({ hub: register, ...command }, signal);
    return to ?? listening;
  }
  if (to !== undefined) return to;
  throw new UsageError(
    'NO_PLATFORM',
    'Found neither --to nor --register: no platform to report to.',
    'Give --to HOST:PORT, or --register HUB for a platform that says itself where it listens.',
  );
}

async function wholeFleet(command: FleetCommand, to: string): Promise<FleetPart> {
  const { protocol, devices, interval, duration, speed, ramp, memory, variant, corridor, journeys, seed } =
    command;
  const { host, port } = await addressOf(to);
  const transport = protocol === 'mqtt' ? 'mqtt' : command.udp ? 'udp' : 'tcp';
  return {
    protocol,
    address: { transport, host, port },
    devices,
    first: command.first,
    intervalMs: interval * 1_000,
    forMs: duration === undefined ? null : (duration * 1_000) / speed,
    speed,
    rampPerS: ramp,
    sources: sourcesFor(host, devices, command.sources, platform()),
    memory,
    ...(variant !== undefined && { variant }),
    ...(corridor !== undefined && { corridor }),
    journeys,
    seed,
  };
}

/** Live counters on a line of the terminal that moves; nothing elsewhere. */
async function liveLine({ devices, format }: FleetCommand, io: Io) {
  const spinner = await spinnerOn(io, format === 'json', 'connecting');
  return {
    show: (counters: FleetCounters, latencies?: Histogram) => {
      if (!spinner) return;
      const { connected, sent, acked, resent, refused, reconnects } = counters;
      const latency = latencies ? latencyOf(latencies) : null;
      const slow = latency === null ? '' : ` · p99 ${latency.p99} ms`;
      const ending = io.signal.aborted ? 'ending, Ctrl-C again ends at once · ' : '';
      spinner.text = `${ending}${connected}/${devices} connected · ${sent} sent · ${acked} acked · ${resent} resent · ${refused} refused · ${reconnects} reconnects${slow}`;
    },
    stop: () => void spinner?.stop(),
  };
}

/** `corridor fleet`: until the time is over or Ctrl-C, and what became of it. */
export async function runFleet(command: FleetCommand, io: Io): Promise<number> {
  requireSense(command);
  const to = await placeOf(command, io.signal);
  const whole = await wholeFleet(command, to);
  const live = await liveLine(command, io);
  let results: PartResult[];
  try {
    const parts = partsOf(whole, command.processes);
    const [only] = parts;
    const clock = { now: io.now, monotonic: () => performance.now() };
    results =
      parts.length === 1 && only
        ? [await runPart(only, clock, io.signal, live.show)]
        : await runInProcesses(parts, io.signal, live.show);
  } finally {
    live.stop();
  }
  const summary = fleetSummary({ ...command, to }, together(results), io.signal.aborted, io.words);
  if (command.format === 'json') line(io.stdout, JSON.stringify(summary));
  else io.stdout.write(fleetPage(summary));
  return exitCodeOf(summary.verdict);
}
