import { platform } from 'node:os';
import type { Histogram } from 'hdr-histogram-js';
import { exitCodeOf } from '../reports/evidence/verdict.ts';
import { type FleetCounters, latencyOf } from '../simulators/tracking/fleet/counters.ts';
import type { ProtocolName } from '../simulators/tracking/protocols/protocol.ts';
import { UsageError } from './failure.ts';
import { addressOf, requireOpenFiles, sourcesFor } from './fleet-address.ts';
import { type FleetPart, type PartResult, runPart, together } from './fleet-part.ts';
import { partsOf, runInProcesses } from './fleet-processes.ts';
import { fleetPage, fleetSummary } from './fleet-summary.ts';
import { type Format, type Io, line } from './io.ts';
import { spinnerOn } from './run-progress.ts';

/** The command line of `corridor fleet`. */
export interface FleetCommand {
  readonly protocol: ProtocolName;
  readonly to: string;
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

async function wholeFleet(command: FleetCommand): Promise<FleetPart> {
  const {
    protocol,
    to,
    devices,
    interval,
    duration,
    speed,
    ramp,
    memory,
    variant,
    corridor,
    journeys,
    seed,
  } = command;
  if (command.udp && protocol !== 'teltonika')
    throw new UsageError(
      'NO_DATAGRAMS',
      `Found --udp with ${protocol}, whose devices connect.`,
      'Leave out --udp, or give --protocol teltonika.',
    );
  requireOpenFiles(devices, command.processes);
  const { host, port } = await addressOf(to);
  const transport = protocol === 'mqtt' ? 'mqtt' : command.udp ? 'udp' : 'tcp';
  return {
    protocol,
    address: { transport, host, port },
    devices,
    first: 0,
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
  const whole = await wholeFleet(command);
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
  const summary = fleetSummary(command, together(results), io.signal.aborted, io.words);
  if (command.format === 'json') line(io.stdout, JSON.stringify(summary));
  else io.stdout.write(fleetPage(summary));
  return exitCodeOf(summary.verdict);
}
