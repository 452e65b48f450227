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
export default async function play(): Promise<void> {
  const scenario = exec.scenario;
  const text = traffic[scenario.iterationInTest];
  if (text === undefined) return; // an arrival more makes sure that the last movement comes
  const [reference = '', ...steps] = movementOf(text);
  const begunAt = scenario.startTime + run.binSeconds * 1_000;
  if (scenario.iterationInInstance === 0) tell({ corridor: 'begun', at: begunAt });
  for (const packed of steps) {
    const step = stepOf(packed);
    const dueAt = begunAt + step.atMs;
    const early = dueAt - Date.now();
    if (early > 0) sleep(early / 1_000);
    const lateMs = early > 0 ? 0 : -early;
    const body = readyBodyOf(step, reference);
    // When it is sent, not before: a signature over another instant would be none.
    const signature = run.signing && body ? await signatureOf(body) : undefined;
    if (body !== undefined && send(run, step, body, signature, lateMs) === 'acknowledged') continue;
    countStopped(step);
    tell({ corridor: 'stopped', movement: reference, at: step.name });
    return;
  }
}

/** What a step sends, null for a question; undefined when the register does not reserve what it needs. */
function readyBodyOf(step: Step, reference: string): string | null | undefined {
  const reservationId = step.guarantee === '' ? '' : reservationOf(run, step, reference);
  return reservationId === undefined ? undefined : bodyOf(step, reservationId);
}

/** k6's own summary is kept beside; what people read is made of the evidence. */
export function handleSummary(data: unknown): Record<string, string> {
  return run.summary === undefined ? {} : { [run.summary]: JSON.stringify(data) };
}
