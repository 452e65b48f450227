import type { BegunLine, StoppedLine } from '../../fixtures/load/run-file.ts';
import type { Kind } from './unpack.ts';

// A k6 script has no other output. Looked up once: for each line that would cost k6 a third of the writing.
const { log: write } = console;

/** A line on the output of k6, which `corridor load` reads; the log of a pod keeps it. */
export function tell(line: StoppedLine | BegunLine): void {
  write(JSON.stringify(line));
}

/** Behind what is JSON, before the body, before the answer and at the end of the line. */
const MARK = '\u001e';

/** What an exchange was, beside its kind; in the words of the evidence. */
export interface Told {
  readonly at: number;
  readonly status: number;
  readonly afterMs: number;
  readonly answer: string;
  /** Empty when there was an answer. */
  readonly fault: string;
}

/**
 * A line of evidence, a `TrafficLine`: put together by hand, as JSON of an object costs k6 more than the request. The body stands in
 * it as it was sent and the answer as it came, so that their bytes can be cut out.
 */
export function tellExchange(
  { line }: Kind,
  { at, status, afterMs, answer, fault }: Told,
  body: string,
  lateMs: number | null,
): void {
  const late = lateMs === null ? '' : `,"lateMs":${lateMs}`;
  const why = fault === '' ? '' : `,"fault":${JSON.stringify(fault)}`;
  // As it came where it can be: JSON of it costs k6 more than a look for what would break the line.
  const isRaw = !answer.includes('\n') && !answer.includes(MARK);
  const told = isRaw ? '' : `,"answer":${JSON.stringify(answer)}`;
  write(
    `${line}${at},"status":${status},"afterMs":${afterMs}${late}${why}${told}}${MARK}${body}${MARK}${isRaw ? answer : ''}${MARK}`,
  );
}
