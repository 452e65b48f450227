import type { BegunLine, StoppedLine, TrafficLine } from '../../fixtures/load/run-file.ts';

/** A line of evidence on the output of k6, which `corridor load` reads; a pod's log keeps it. */
export function tell(line: TrafficLine | StoppedLine | BegunLine): void {
  // biome-ignore lint/suspicious/noConsole: a k6 script has no other output
  console.log(JSON.stringify(line));
}
