/** The fleet in a process of its own. Argument: a `ClientLoad` as JSON; the last line it says is a `ClientResult`. */
import { createRandom } from '../../../fixtures/random.ts';
import { loadReferenceData } from '../../../fixtures/reference-data.ts';
import { loadDialect } from '../../../simulators/tracking/devices/dialects.ts';
import { latencyOf } from '../../../simulators/tracking/fleet/counters.ts';
import { Fleet } from '../../../simulators/tracking/fleet/fleet.ts';
import { RoadReadings } from '../../../simulators/tracking/fleet/road-readings.ts';
import { type ClientLoad, type ClientResult, RAMP_PER_S, SOURCES, until } from './load.ts';

async function startFleet({ protocol, port, devices, perSecond }: ClientLoad): Promise<Fleet> {
  const corridor = loadReferenceData().corridors.get('LOME-CINKANSE-OUAGADOUGOU');
  if (!corridor) throw new Error('Failed to find the corridor of the benchmark.');
  const intervalMs = (devices / perSecond) * 1_000;
  return Fleet.start({
    dialect: await loadDialect(protocol),
    address: { transport: 'tcp', host: '127.0.0.1', port },
    devices,
    first: 0,
    readings: new RoadReadings({ corridor, seed: 1, intervalMs, startAt: Date.now() }),
    speed: 1,
    rampPerS: RAMP_PER_S,
    sources: SOURCES,
    // What cannot be sent in time is not made up for by larger frames.
    memory: 1,
    random: createRandom(1),
    clock: { now: Date.now, monotonic: () => performance.now() },
  });
}

async function main(load: ClientLoad): Promise<void> {
  const fleet = await startFleet(load);
  await until(() => fleet.counters.connected === load.devices);
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  await pause(load.warmUpMs);
  const [acked, cpu, startedMs] = [fleet.counters.acked, process.cpuUsage(), performance.now()];
  await pause(load.measureMs);
  const count = fleet.counters.acked - acked;
  const { user, system } = process.cpuUsage(cpu);
  const latency = latencyOf(fleet.latencies);
  const result: ClientResult = {
    rate: (count / (performance.now() - startedMs)) * 1_000,
    cpuUs: count > 0 ? (user + system) / count : 0,
    p50Ms: latency?.p50 ?? 0,
    p99Ms: latency?.p99 ?? 0,
  };
  const { timeouts, refused, failedConnects } = fleet.counters;
  if (refused + failedConnects > 0)
    throw new Error(`${refused} refused, ${failedConnects} failed, ${timeouts} late`);
  fleet.stop();
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

void main(JSON.parse(process.argv[2] ?? '{}')).then(() => process.exit(0));
