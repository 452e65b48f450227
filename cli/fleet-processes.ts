import { fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { type FleetCounters, noCounters } from '../simulators/tracking/fleet/counters.ts';
import { FleetError } from '../simulators/tracking/fleet/fleet.ts';
import type { FleetBegin, FleetPart, PartResult } from './fleet-part.ts';
import type { WorkerSaid } from './fleet-worker.ts';

const WORKER = join(__dirname, `fleet-worker${extname(__filename)}`);

/** The fleet cut into processes; numbers of devices go on from one to the next. */
export function partsOf(whole: FleetPart, processes: number): FleetPart[] {
  const each = Math.ceil(whole.devices / processes);
  const parts = Array.from({ length: processes }, (_, index) => ({
    ...whole,
    first: whole.first + index * each,
    devices: Math.min(each, whole.devices - index * each),
    rampPerS: whole.rampPerS / processes,
  }));
  return parts.filter(({ devices }) => devices > 0);
}

/** Runs each part in a process of its own; when one fails, all stop. @param begun told to those that go by a plan */
export async function runInProcesses(
  parts: readonly FleetPart[],
  signal: AbortSignal,
  show: (counters: FleetCounters) => void,
  begun?: Promise<FleetBegin>,
): Promise<PartResult[]> {
  const stopAll = new AbortController();
  const either = AbortSignal.any([signal, stopAll.signal]);
  const seen: FleetCounters[] = parts.map(noCounters);
  const running = parts.map((part, index) =>
    runInProcess(part, either, begun, (counters) => {
      seen[index] = counters;
      show(sumOf(seen));
    }).catch((error: unknown) => {
      stopAll.abort();
      throw error;
    }),
  );
  const ended = await Promise.allSettled(running);
  const failed = ended.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** Counters of several fleets, or of the processes of one, as one. */
export function sumOf(all: readonly FleetCounters[]): FleetCounters {
  const sum = noCounters();
  for (const counters of all)
    for (const key of Object.keys(sum) as (keyof FleetCounters)[]) sum[key] += counters[key];
  return sum;
}

function runInProcess(
  part: FleetPart,
  signal: AbortSignal,
  begun: Promise<FleetBegin> | undefined,
  show: (counters: FleetCounters) => void,
): Promise<PartResult> {
  // A group of its own: a signal to ours is for whoever started it, who tells it to stop over the channel.
  const child = fork(WORKER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], detached: true });
  // That it has gone in between is told by its exit.
  const tell = (what: FleetPart | { readonly begin: FleetBegin } | 'stop') =>
    void (child.connected && child.send(what, () => undefined));
  const stop = () => tell('stop');
  signal.addEventListener('abort', stop, { once: true });
  return new Promise<PartResult>((resolve, reject) => {
    child.on('message', (said: WorkerSaid) => {
      if ('progress' in said) show(said.progress);
      else if ('result' in said) resolve(said.result);
      else
        reject(
          Object.assign(new FleetError(said.fault.code, said.fault.message, said.fault.hint), said.fault),
        );
    });
    child.once('error', reject);
    child.once('exit', (code, killed) =>
      reject(
        new FleetError(
          'PROCESS_ENDED',
          `A process of the fleet ended early (${killed ?? `exit ${code}`}).`,
          'Run it again; with --processes 1 its own message is seen.',
        ),
      ),
    );
    tell(part);
    void begun?.then((begin) => tell({ begin }));
    if (signal.aborted) stop();
  }).finally(() => signal.removeEventListener('abort', stop));
}
