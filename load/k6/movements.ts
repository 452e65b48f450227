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

// Looked up once: for each step k6 would search it by name.
const { now } = Date;

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
  const texts = movementOf(text);
  const begunAt = startTime + run.binSeconds * 1_000;
  if (iterationInInstance === 0) tell({ corridor: 'begun', at: begunAt });
  // To wait for signatures costs k6 something even where there are none.
  if (run.signing) return playSigned(texts, begunAt);
  const reference = texts[0] ?? '';
  for (let at = 1; at < texts.length; at += 1) {
    const step = stepOf(run, texts[at] ?? '');
    const lateMs = waitUntil(begunAt + step.atMs);
    if (!isPlayed(reference, step, dueBodyOf(reference, step), '', lateMs)) break;
  }
  return undefined;
}

/** Signed when it is sent, not before: a signature over another instant would be none. */
async function playSigned(texts: readonly string[], begunAt: number): Promise<void> {
  const reference = texts[0] ?? '';
  for (let at = 1; at < texts.length; at += 1) {
    const step = stepOf(run, texts[at] ?? '');
    const lateMs = waitUntil(begunAt + step.atMs);
    const body = dueBodyOf(reference, step);
    const signature = body ? await signatureOf(body) : '';
    if (!isPlayed(reference, step, body, signature, lateMs)) return;
  }
}

/** @returns by how much it is past, ms */
function waitUntil(moment: number): number {
  const lateMs = now() - moment;
  if (lateMs >= 0) return lateMs;
  sleep(-lateMs / 1_000);
  return 0;
}

/** Empty for a question; null when the register has not reserved what the step needs: then it is not sent. */
function dueBodyOf(reference: string, step: Step): string | null {
  if (step.guarantee === '') return bodyOf(step, '');
  const reservationId = reservationOf(run, step, reference);
  return reservationId === null ? null : bodyOf(step, reservationId);
}

/** Sends a step; whether the movement goes on. */
function isPlayed(
  reference: string,
  step: Step,
  body: string | null,
  signature: string,
  lateMs: number,
): boolean {
  if (body !== null && send(run, step, body, signature, lateMs) === 'acknowledged') return true;
  countStopped(step.route);
  tell({ corridor: 'stopped', movement: reference, at: step.route.name });
  return false;
}

/** k6's own summary is kept beside; what people read is made of the evidence. */
export function handleSummary(data: unknown): Record<string, string> {
  return run.summary === undefined ? {} : { [run.summary]: JSON.stringify(data) };
}
