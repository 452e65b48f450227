/** One process of a fleet: takes its part over the channel, tells how far it is, and what became of it. */

import type { FleetCounters } from '../simulators/tracking/fleet/counters.ts';
import { describeFailure } from './failure.ts';
import { type FleetBegin, type FleetPart, type PartResult, runPart } from './fleet-part.ts';

/** What a worker says. */
export type WorkerSaid =
  | { readonly progress: FleetCounters }
  | { readonly result: PartResult }
  | {
      readonly fault: {
        readonly code: string;
        readonly message: string;
        readonly hint: string;
        readonly exitCode: number;
      };
    };

const controller = new AbortController();
// Only whoever started us decides, whoever else sends a signal to all of us.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.once('disconnect', () => process.exit(1));

/** Nobody is told when whoever started us is gone: `disconnect` ends us. */
const say = (said: WorkerSaid): void => void process.send?.(said, undefined, undefined, () => undefined);

const begun = Promise.withResolvers<FleetBegin>();

process.on('message', (told: FleetPart | { readonly begin: FleetBegin } | 'stop') => {
  if (told === 'stop') controller.abort();
  else if ('begin' in told) begun.resolve(told.begin);
  else void run(told);
});

async function run(part: FleetPart): Promise<void> {
  const clock = { now: Date.now, monotonic: () => performance.now() };
  try {
    const show = (progress: FleetCounters): void => say({ progress });
    say({ result: await runPart(part, clock, controller.signal, show, begun.promise) });
  } catch (error) {
    say({ fault: describeFailure(error) });
  }
  process.disconnect();
}
