import path from 'node:path';
import { type Benchmark, type Comparison, type Note, reachesLimit, staysBelowRatio } from './benchmark.ts';
import { Child } from './child.ts';
import type { ClientLoad, ClientResult } from './fleet/load.ts';
import { memoryOfIdleDevices } from './fleet/resident.ts';
import type { SinkCount } from './fleet/sink.ts';

const LEAST_PER_S = 15_000;
const MANY = 19_000;
const FEW = 1_000;
/** One report a second each: the cost of a report must not depend on how many devices there are. */
const MOST_GROWTH = 1.25;
const OFFERED_PER_S = 22_000;
const LOADED_DEVICES = 10_000;
const WITHIN_MS = 120_000;

type Client = 'fleet-client.ts' | 'bare-client.ts';

const script = (file: string): string => path.join(__dirname, 'fleet', file);

/** One client process against one sink process; both end with it. */
async function measure(client: Client, load: Omit<ClientLoad, 'port'>): Promise<ClientResult> {
  await using sink = Child.script(script('sink.ts'), [load.protocol]);
  const [, port] = await sink.line(/^port (\d+)$/, WITHIN_MS);
  const told = JSON.stringify({ ...load, port: Number(port) } satisfies ClientLoad);
  await using process = Child.script(script(client), [told]);
  const [line] = await process.line(/^\{.*\}$/, WITHIN_MS);
  const { faults } = (await sink.ask('count')) as SinkCount;
  if (faults.length > 0) throw new Error(`the sink refused frames: ${faults.join('; ')}`);
  return JSON.parse(line) as ClientResult;
}

async function throughput(note: Note): Promise<Comparison[]> {
  const load = { devices: LOADED_DEVICES, perSecond: OFFERED_PER_S, warmUpMs: 4_000, measureMs: 8_000 };
  const peer = await measure('bare-client.ts', { ...load, protocol: 'jointech' });
  note(`bare sockets: ${peer.rate.toFixed(0)}/s, ${peer.cpuUs.toFixed(0)} us of processor each`);
  const rows: Comparison[] = [];
  for (const protocol of ['jointech', 'teltonika', 'jt808'] as const) {
    const ours = await measure('fleet-client.ts', { ...load, protocol });
    note(
      `${protocol}: ${ours.rate.toFixed(0)}/s, ${ours.cpuUs.toFixed(0)} us of processor each, p50 ${ours.p50Ms} ms, p99 ${ours.p99Ms} ms`,
    );
    const peerName = 'bare sockets, one frame made beforehand';
    const name = `fleet: acknowledged ${protocol} reports, one process`;
    rows.push(reachesLimit({ name, ours: ours.rate, peer: peer.rate, peerName, unit: '/s' }, LEAST_PER_S));
  }
  return rows;
}

async function growth(): Promise<Comparison> {
  const load = { protocol: 'jointech', warmUpMs: 5_000, measureMs: 8_000 } as const;
  // A small fleet sends more often, so that both have run the same code as often.
  const few = await measure('fleet-client.ts', { ...load, devices: FEW, perSecond: MANY / 4 });
  const many = await measure('fleet-client.ts', { ...load, devices: MANY, perSecond: MANY / 4 });
  const sides = { ours: many.cpuUs, peer: few.cpuUs, peerName: `of ${FEW} devices`, unit: 'us' };
  return staysBelowRatio({ ...sides, name: `fleet: processor of a report of ${MANY} devices` }, MOST_GROWTH);
}

export const benchmark: Benchmark = {
  run: async (note) => [...(await throughput(note)), ...(await memoryOfIdleDevices(note)), await growth()],
};
