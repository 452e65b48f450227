import type { BegunLine, StoppedLine, TrafficLine } from '../../fixtures/load/run-file.ts';
import type { Route } from './route.ts';

// The only output of a k6 script. Looked up when the script is loaded: to do so for each line would cost k6 a third of the writing. So
// `--console-output` does not move these lines.
const { log: write } = console;

/** A line on the output of k6, which `corridor load` reads; the log of a pod keeps it. */
export const tell = (line: StoppedLine | BegunLine): void => write(JSON.stringify(line));

/** What came of a request. */
export interface Answered extends Pick<TrafficLine, 'at' | 'status' | 'afterMs'> {
  readonly answer: string;
  /** Why there was none; else empty. */
  readonly fault: string;
}

/** A line of evidence. @param lateMs null for all but the first attempt at a step */
export const tellExchange = (route: Route, answered: Answered, body: string, lateMs: number | null): void =>
  write(lineOf(route, answered, body, lateMs));

/** Before the body, before the answer, and at the end of the line, as cli/load/k6-line.ts reads it. */
const MARK = '\u001e';
const ESCAPE = '\u001b';

/**
 * A `TrafficLine` and what stands behind it: put together by hand, as JSON of an object costs k6 more than the request. The body stands
 * there as it was sent; so does the answer, unless it would break the line or speak to the terminal that shows a log.
 */
export function lineOf(
  { lineHead }: Pick<Route, 'lineHead'>,
  { at, status, afterMs, answer, fault }: Answered,
  body: string,
  lateMs: number | null,
): string {
  const late = lateMs === null ? '' : `,"lateMs":${lateMs}`;
  const why = fault === '' ? '' : `,"fault":${JSON.stringify(fault)}`;
  const isRaw = !answer.includes('\n') && !answer.includes(MARK) && !answer.includes(ESCAPE);
  const field = isRaw ? '' : `,"answer":${JSON.stringify(answer)}`;
  return `${lineHead}${at},"status":${status},"afterMs":${afterMs}${late}${why}${field}}${MARK}${body}${MARK}${isRaw ? answer : ''}${MARK}`;
}
