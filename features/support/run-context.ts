import type { FixtureReferenceData } from '../../fixtures/reference-data.ts';
import type { Clock } from '../../profile/clock.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import type { JudgedFinding, Verdict } from '../../reports/evidence/run.ts';
import type { RunProgress } from '../run-options.ts';
import type { ReconcileBooks } from './books.ts';
import { Breaker, evidenceLost } from './breaker.ts';
import type { Environment } from './environment.ts';
import { HarnessError } from './errors.ts';
import type { LinkEngine } from './links/link-engine.ts';
import type { ServicedStack } from './services/serviced-stack.ts';
import type { StackNeeds } from './targets/target.ts';

/** A scenario that has ended, as the run counts it. */
export interface EndedScenario {
  readonly id: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly findings: readonly JudgedFinding[];
  readonly reason?: string;
}

export interface RunSettings {
  readonly seed: number;
  readonly salt: string;
  readonly reference: FixtureReferenceData;
  readonly journal: Journal;
  /** Real time, for limits on waiting. */
  readonly realClock: Clock;
  readonly signal: AbortSignal;
  readonly environment: Environment;
  /** An environment of its own for an exclusive scenario; undefined where the target has one stack only. */
  readonly exclusive?: () => Promise<Environment>;
  /** The same, with needs beyond the ordinary. */
  readonly madeToMeasure?: (needs: StackNeeds) => Promise<Environment>;
  /** The same, asking doubles of all national services. */
  readonly serviced?: () => Promise<ServicedStack>;
  /** The environment shared by the scenarios that move the clock and nothing else; undefined as above. */
  readonly clocked?: () => Promise<Environment>;
  /** Conformance class of each requirement. */
  readonly classOf: ReadonlyMap<string, string>;
  /** The run ends once each of these has been red; empty: it goes on to its end. */
  readonly stopOnceRed: readonly string[];
  /** Longest wait for one answer of the target, milliseconds; default: what the profile allows. */
  readonly answerWithinMs?: number | undefined;
  /** Judges by the evidence whether all books agree. */
  readonly reconcileBooks?: ReconcileBooks | undefined;
  readonly onProgress?: (progress: RunProgress) => void;
  /** What carries the bytes of links; default the embedded link. */
  readonly links?: Pick<LinkEngine, 'by'>;
}

/** What the scenarios of one run share. Worlds find it by the run id in their parameters. */
export class RunContext {
  readonly settings: RunSettings;
  readonly breaker = new Breaker();
  readonly ended: EndedScenario[] = [];
  readonly #serials = new Set<number>();
  readonly #red = new Set<string>();
  #total = 0;

  constructor(settings: RunSettings) {
    this.settings = settings;
  }

  /** Why no further scenario starts; undefined while the run goes on. */
  get over(): 'interrupted' | 'killed' | undefined {
    const { stopOnceRed } = this.settings;
    if (stopOnceRed.length > 0 && stopOnceRed.every((id) => this.#red.has(id))) return 'killed';
    return this.settings.signal.aborted ? 'interrupted' : undefined;
  }

  record(scenario: EndedScenario): void {
    this.ended.push(scenario);
    this.breaker.count(scenario.verdict, scenario.findings);
    const { failure } = this.settings.journal;
    if (failure) this.breaker.trip(evidenceLost(failure));
    if (scenario.verdict === 'fail')
      for (const { requirement, verdict } of scenario.findings)
        if (verdict === 'fail') this.#red.add(requirement);
    this.#report(scenario);
  }

  /** Tells how many scenarios will come. */
  expect(total: number): void {
    this.#total = total;
    this.#report();
  }

  /** A serial number for identifiers, near `wanted`, that no other movement of this run has. */
  serial(wanted: number): number {
    let serial = wanted;
    while (this.#serials.has(serial)) serial += 1;
    this.#serials.add(serial);
    return serial;
  }

  #report(ended?: EndedScenario): void {
    const done = this.ended.length;
    this.settings.onProgress?.({ done, total: this.#total, ...(ended && { ended }) });
  }
}

const running = new Map<string, RunContext>();

/** Opens a run to the worlds of this process for as long as it lasts; several may be open at once. */
export function openRun(runId: string, context: RunContext): Disposable {
  running.set(runId, context);
  return { [Symbol.dispose]: () => void running.delete(runId) };
}

export function runOf(runId: string | undefined): RunContext {
  const context = runId === undefined ? undefined : running.get(runId);
  if (context) return context;
  throw new HarnessError(
    'NO_RUN',
    'Les scénarios ont été lancés sans environnement.',
    'Lancez-les par « corridor verify », qui démarre la pile et les pays simulés.',
  );
}
