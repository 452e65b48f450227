// What k6 runs: the movements of a traffic file, each step at its moment, whatever becomes of the others (open model).
// No module of Node here. `corridor load` starts it; by hand, in a folder with what it wrote:
//   k6 run --log-format raw --log-output stdout -e RUN=k6-run.json -e TRAFFIC=traffic.txt movements.ts
import { sleep } from 'k6';
import { SharedArray } from 'k6/data';
import exec from 'k6/execution';
import type { Options } from 'k6/options';
import type { RunFile } from '../../fixtures/load/run-file.ts';
import { countStopped } from './metrics.ts';
import { reservationOf } from './register.ts';
import { send } from './send.ts';
import { signatureOf, signWith } from './sign.ts';
import { tell } from './tell.ts';
import { bodyOf, movementOf, type Step, stepOf } from './unpack.ts';

const run = JSON.parse(open(String(__ENV['RUN']))) as RunFile;
if (run.signing) signWith(open(run.signing.key));

/** As lines of text, each cut when its movement is played. */
const traffic = new SharedArray('traffic', (): string[] =>
  open(String(__ENV['TRAFFIC'])).split('\n').filter(Boolean),
);

export const options: Options = {
  scenarios: {
    movements: {
      executor: 'ramping-arrival-rate',
      startRate: 0,
      timeUnit: `${run.binSeconds}s`,
      preAllocatedVUs: run.virtualUsers.ready,
      maxVUs: run.virtualUsers.most,
      stages: run.movementsPerBin.flatMap((target) => [
        { duration: '0s', target },
        { duration: `${run.binSeconds}s`, target },
      ]),
      gracefulStop: `${run.gracefulSeconds}s`,
    },
  },
  thresholds: Object.fromEntries(Object.entries(run.thresholds).map(([name, all]) => [name, [...all]])),
  summaryTrendStats: ['avg', 'min', 'med', 'p(90)', 'p(95)', 'p(99)', 'max'],
  systemTags: ['status', 'method', 'name', 'error_code', 'scenario'],
  ...(run.tls && { tlsAuth: [{ cert: open(run.tls.cert), key: open(run.tls.key) }] }),
};

/** One movement, to its last message: a step begins when its moment has come and the one before is acknowledged. */
export default function play(): Promise<void> | undefined {
  const { iterationInTest, iterationInInstance, startTime } = exec.scenario;
  const text = traffic[iterationInTest];
  if (text === undefined) return undefined; // an arrival more makes sure that the last movement comes
  const [reference = '', ...steps] = movementOf(text);
  const begunAt = startTime + run.binSeconds * 1_000;
  if (iterationInInstance === 0) tell({ corridor: 'begun', at: begunAt });
  // To wait for signatures costs k6 something even where there are none.
  if (run.signing) return playSigned(reference, steps, begunAt);
  for (const packed of steps) if (!isPlayed(readyAt(begunAt, packed, reference), reference)) break;
  return undefined;
}

/** Signed when it is sent, not before: a signature over another instant would be none. */
async function playSigned(reference: string, steps: readonly string[], begunAt: number): Promise<void> {
  for (const packed of steps) {
    const ready = readyAt(begunAt, packed, reference);
    const signature = ready.body ? await signatureOf(ready.body) : undefined;
    if (!isPlayed(ready, reference, signature)) return;
  }
}

/** A step whose moment has come. */
interface Ready {
  readonly step: Step;
  /** Null for a question; undefined when the register does not reserve what it needs. */
  readonly body: string | null | undefined;
  readonly lateMs: number;
}

function readyAt(begunAt: number, packed: string, reference: string): Ready {
  const step = stepOf(packed);
  const early = begunAt + step.atMs - Date.now();
  if (early > 0) sleep(early / 1_000);
  return { step, body: readyBodyOf(step, reference), lateMs: early > 0 ? 0 : -early };
}

/** Sends a step; whether the movement goes on. */
function isPlayed({ step, body, lateMs }: Ready, reference: string, signature?: string): boolean {
  if (body !== undefined && send(run, step, body, signature, lateMs) === 'acknowledged') return true;
  countStopped(step);
  tell({ corridor: 'stopped', movement: reference, at: step.name });
  return false;
}

function readyBodyOf(step: Step, reference: string): string | null | undefined {
  const reservationId = step.guarantee === '' ? '' : reservationOf(run, step, reference);
  return reservationId === undefined ? undefined : bodyOf(step, reservationId);
}

/** k6's own summary is kept beside; what people read is made of the evidence. */
export function handleSummary(data: unknown): Record<string, string> {
  return run.summary === undefined ? {} : { [run.summary]: JSON.stringify(data) };
}
