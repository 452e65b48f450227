import type { LoadStep } from '../../fixtures/load/load-step.ts';
import type { BegunLine, StoppedLine, TrafficLine } from '../../fixtures/load/run-file.ts';

/** A line on the output of k6, which `corridor load` reads; the log of a pod keeps it. */
export function tell(line: StoppedLine | BegunLine): void {
  write(JSON.stringify(line));
}

/** What an exchange was, beside its step. */
export interface Told extends Pick<TrafficLine, 'at' | 'status' | 'answer' | 'afterMs' | 'fault' | 'lateMs'> {
  readonly body: string | null;
}

/** A line of evidence: {@link TrafficLine} put together by hand, as JSON of an object costs k6 as much as the request. */
export function tellExchange(step: LoadStep, told: Told): void {
  const { at, body, status, answer, afterMs, fault, lateMs } = told;
  let line = `{"corridor":"exchange","kind":"${body === null ? 'query' : 'submit'}","at":${at},"from":"${step.from}"`;
  line += `,"method":"${step.method}","path":"${step.path}","name":"${step.name}","status":${status},"afterMs":${afterMs}`;
  if (lateMs !== undefined) line += `,"lateMs":${lateMs}`;
  if (fault !== undefined) line += `,"fault":${JSON.stringify(fault)}`;
  line += `,"answer":${JSON.stringify(answer)}`;
  if (body !== null) line += `,"body":${JSON.stringify(body)}`;
  write(`${line}}`);
}

function write(line: string): void {
  // biome-ignore lint/suspicious/noConsole: a k6 script has no other output
  console.log(line);
}
