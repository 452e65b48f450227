import type { BegunLine, StoppedLine, TrafficLine } from '../../fixtures/load/run-file.ts';
import type { Step } from './unpack.ts';

/** A line on the output of k6, which `corridor load` reads; the log of a pod keeps it. */
export function tell(line: StoppedLine | BegunLine): void {
  write(JSON.stringify(line));
}

/** What an exchange was, beside its step. */
export interface Told extends Pick<TrafficLine, 'at' | 'status' | 'answer' | 'afterMs' | 'fault' | 'lateMs'> {
  /** JSON, or null for a question. */
  readonly body: string | null;
}

/**
 * A line of evidence, {@link TrafficLine}: put together by hand, as JSON of an object costs k6 more than the request. The body stands
 * last and as it was sent, so that its bytes can be cut out.
 */
export function tellExchange(step: Step, told: Told): void {
  const { body, fault, lateMs } = told;
  const kind = body === null ? 'query' : 'submit';
  const late = lateMs === undefined ? '' : `,"lateMs":${lateMs}`;
  const why = fault === undefined ? '' : `,"fault":${JSON.stringify(fault)}`;
  const sent = body === null ? '' : `,"body":${body}`;
  write(
    `{"corridor":"exchange","kind":"${kind}","at":${told.at},"from":"${step.from}","method":"${step.method}","path":"${step.path}","name":"${step.name}","status":${told.status},"afterMs":${told.afterMs}${late}${why},"answer":${JSON.stringify(told.answer)}${sent}}`,
  );
}

function write(line: string): void {
  // biome-ignore lint/suspicious/noConsole: a k6 script has no other output
  console.log(line);
}
