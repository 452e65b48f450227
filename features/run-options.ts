import type { Writable } from 'node:stream';
import type { RunSummary } from '../reports/evidence/run.ts';
import type { ReconcileBooks } from './support/books.ts';
import type { LinkEngineName } from './support/links/link-engine-names.ts';
import type { EndedScenario } from './support/run-context.ts';
import type { Failure } from './support/run-file.ts';
import type { ContainersChoice } from './support/targets/containers-target.ts';
import type { StackCommand } from './support/targets/stack-process.ts';
import type { Target, TargetDescription } from './support/targets/target.ts';

/** What a run may touch of the process. */
export interface RunIo {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Ends the run early: scenarios not yet started are skipped. */
  readonly signal?: AbortSignal;
  /** Milliseconds since the epoch; default the clock of the machine. */
  readonly now?: () => number;
}

/** What to run, against what. Everything has a default. */
export interface RunOptions {
  /** The reference stack (default), the same in containers, a stack of others, or one started before; a run ends what it is given. */
  readonly target?: 'reference' | ContainersChoice | TargetDescription | Promise<Target>;
  /** Cucumber tag expression. */
  readonly tags?: string | undefined;
  /** Only scenarios that cite one of these requirements. */
  readonly requirements?: readonly string[] | undefined;
  /** Only this scenario, by its stable id. */
  readonly scenario?: string | undefined;
  /** Only these scenarios, by their stable ids. */
  readonly scenarios?: readonly string[] | undefined;
  /** `defined` or `random:SEED`. */
  readonly order?: string | undefined;
  /** `I/N`. */
  readonly shard?: string | undefined;
  /** Fixes traffic, order, journeys and faults; drawn when absent. */
  readonly seed?: number | undefined;
  /** Goes into identifiers; fresh when absent. */
  readonly salt?: string | undefined;
  /** Wrong behaviour that the reference stack is told to commit. */
  readonly deviation?: string | undefined;
  /** Database of the reference stack; by default it brings its own server. */
  readonly database?: string | undefined;
  /** How `corridor stack` is started; default: this package's launcher. */
  readonly stackCommand?: StackCommand | undefined;
  /** Where the run folder goes, from the current directory; default `reports/runs`. */
  readonly outDir?: string | undefined;
  readonly runId?: string | undefined;
  /** Ends once each of these requirements has been red; the scenarios left are not counted. */
  readonly stopOnceRed?: readonly string[] | undefined;
  /** Longest wait for one answer of the target, milliseconds; default: what the profile allows (30 s). */
  readonly answerWithinMs?: number | undefined;
  /** Reconciles evidence for the scenarios that judge the books; the command line gives it. */
  readonly reconcileBooks?: ReconcileBooks | undefined;
  /** Stacks kept ready for exclusive scenarios; default 2. */
  readonly spares?: number | undefined;
  /** What carries the links between the seats; default `toxiproxy` in containers, which has one, else `embedded`. */
  readonly links?: LinkEngineName | undefined;
  readonly onProgress?: (progress: RunProgress) => void;
}

/** How far a run is. `total` is 0 until the scenarios are selected. */
export interface RunProgress {
  readonly done: number;
  readonly total: number;
  /** The scenario that has just ended; absent for the first report. */
  readonly ended?: EndedScenario;
}

export interface RunOutcome {
  readonly summary: RunSummary;
  readonly failures: readonly Failure[];
  readonly scenarios: readonly EndedScenario[];
  /** Absolute path of the run folder. */
  readonly runDir: string;
}
