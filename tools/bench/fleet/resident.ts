import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Comparison, type Note, staysBelow, staysBelowRatio } from '../benchmark.ts';
import { Child, root } from '../child.ts';
import type { ClientLoad } from './load.ts';
import type { SinkCount } from './sink.ts';

const MOST_KB = 12;
/** More would be no straight line. */
const MOST_GROWTH = 1.25;
const FEW = 1_000;
const HALF = 10_000;
const MANY = 19_000;
const WITHIN_MS = 120_000;
const LOOK_MS = 100;
const IDLE_MS = 3_000;

/** `corridor fleet` itself, compiled, whose devices have nothing to say for a day. */
const idleFleet = (port: string, devices: number): string[] => [
  ...[path.join(root, 'bin', 'corridor.js'), 'fleet', '--protocol', 'jointech', '--to', `127.0.0.1:${port}`],
  ...['--devices', `${devices}`, '--interval', '86400', '--ramp', '3000', '--sources', '4'],
];

/** Bare sockets; Node strips the types, so that no compiler is in the process. */
const idleSockets = (port: string, devices: number): string[] => {
  const load = { protocol: 'jointech', devices, perSecond: 0, warmUpMs: 600_000, measureMs: 0 } as const;
  const told = JSON.stringify({ ...load, port: Number(port) } satisfies ClientLoad);
  return [path.join(__dirname, 'bare-client.ts'), told];
};

const openAt = async (sink: Child): Promise<number> => ((await sink.ask('count')) as SinkCount).open;

async function until(isSo: () => Promise<boolean>, client: Child): Promise<void> {
  const startedMs = performance.now();
  while (!(await isSo())) {
    if (client.isOver) throw new Error(`a client ended before it was connected.\n${client.stderr}`);
    if (performance.now() - startedMs > WITHIN_MS) throw new Error(`not connected within ${WITHIN_MS} ms.`);
    await pause(LOOK_MS);
  }
}

/** Resident bytes of a client whose devices are all connected, and idle for a while. */
async function residentBytes(client: readonly string[], sink: Child, devices: number): Promise<number> {
  await using running = new Child(process.execPath, client);
  await until(async () => (await openAt(sink)) >= devices, running);
  await pause(IDLE_MS);
  const kib = Number(execFileSync('ps', ['-o', 'rss=', '-p', `${running.process.pid}`]));
  running.process.kill('SIGKILL');
  while ((await openAt(sink)) > 0) await pause(LOOK_MS);
  return kib * 1_024;
}

/** Kilobytes of each device beyond so many. */
const each = (more: number, less: number, devices: number): number => (more - less) / devices / 1_000;

/** What an idle device costs, beside a bare socket, and whether the last one costs what the first one did. */
export async function memoryOfIdleDevices(note: Note): Promise<Comparison[]> {
  await using sink = Child.script(path.join(__dirname, 'sink.ts'), ['jointech']);
  const [, port = ''] = await sink.line(/^port (\d+)$/, WITHIN_MS);
  const bytes = new Map<number, number>();
  for (const devices of [1, FEW, HALF, MANY]) {
    bytes.set(devices, await residentBytes(idleFleet(port, devices), sink, devices));
    note(`${devices} idle devices: ${((bytes.get(devices) ?? 0) / 1e6).toFixed(0)} MB resident`);
  }
  const [alone = Number.NaN, , half = Number.NaN, many = Number.NaN] = bytes.values();
  const oneSocket = await residentBytes(idleSockets(port, 1), sink, 1);
  const sockets = each(await residentBytes(idleSockets(port, MANY), sink, MANY), oneSocket, MANY - 1);
  const ours = each(many, alone, MANY - 1);
  const unit = 'kB';
  const name = `fleet: memory of each of ${MANY} idle devices`;
  const ofHalf = { peer: each(half, alone, HALF - 1), peerName: `each of ${HALF}` };
  return [
    staysBelow({ name, ours, peer: sockets, peerName: 'bare sockets', unit }, MOST_KB),
    staysBelowRatio({ name, ours, ...ofHalf, unit }, MOST_GROWTH),
  ];
}
