import { PROFILE_VERSION } from '../../profile/envelope/envelope.ts';
import { packageVersion } from '../../profile/export/package-root.ts';
import type { Requirement } from '../../profile/export/requirements.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import type { RunSummary } from '../../reports/evidence/run.ts';
import { countVerdicts, verdictOfCounts } from '../../reports/evidence/verdict.ts';
import { COUNTRIES } from './environment.ts';
import { replayLine } from './replay-line.ts';
import type { EndedScenario, RunContext } from './run-context.ts';
import { coverageOf, writeRunFile } from './run-file.ts';
import { removeEmpty } from './run-folder.ts';
import type { RunPlan } from './run-plan.ts';
import type { TargetDescription } from './targets/target.ts';

/** Keeps `run.json`: written when the run begins, when it ends, and when it breaks off. Closes the evidence first. */
export class RunReport {
  readonly #plan: RunPlan;
  readonly #target: TargetDescription;
  readonly #register: readonly Requirement[];
  readonly #journal: Journal;
  readonly #replay: string;
  #capabilities: Record<string, unknown> = {};
  #scenarios: readonly EndedScenario[] = [];
  #begun = false;
  #over = false;

  /** @param replay the command that repeats a run which is no `verify` */
  constructor(
    plan: RunPlan,
    target: TargetDescription,
    register: readonly Requirement[],
    journal: Journal,
    replay?: string,
  ) {
    this.#plan = plan;
    this.#target = target;
    this.#register = register;
    this.#journal = journal;
    this.#replay = replay ?? verifyAgain(plan, target);
  }

  /** @param context follows the scenarios that have ended */
  async begin({ ended, settings }: RunContext): Promise<void> {
    this.#begun = true;
    this.#scenarios = ended;
    this.#capabilities = { ...settings.environment.capabilities };
    await writeRunFile(this.#plan.runDir, this.#summary('running'));
  }

  /** @throws EvidenceError when a line of the evidence, or `run.json`, could not be written */
  async end(): Promise<RunSummary> {
    const { head } = await this.#journal.close();
    const summary = this.#summary(this.#plan.signal.aborted ? 'interrupted' : 'complete', head);
    await writeRunFile(this.#plan.runDir, summary);
    this.#over = true;
    return summary;
  }

  /**
   * The run broke off. Why is told by whoever knows; that the disk is full for this file too is not told besides. A run that never
   * began, and of which nothing crossed, leaves no folder behind: nobody can read anything from it.
   */
  async abandon(): Promise<void> {
    if (this.#over) return;
    const { head } = await this.#journal.close().catch(() => ({ head: '' }));
    if (!this.#begun && this.#journal.counts.count === 0) return removeEmpty(this.#plan.runDir);
    await writeRunFile(this.#plan.runDir, this.#summary('interrupted', head)).catch(() => undefined);
  }

  #summary(state: RunSummary['state'], head = ''): RunSummary {
    const { runId, seed, salt, startedAt, now } = this.#plan;
    const { name, environment, hub, seatsUnderTest } = this.#target;
    const ended = this.#scenarios;
    const over = state !== 'running';
    const counts = countVerdicts(ended.map(({ verdict }) => verdict));
    return {
      shape: 'corridor-run/1',
      runId,
      verdict: verdictOfCounts(counts, state === 'complete'),
      seed,
      salt,
      startedAt: new Date(startedAt).toISOString(),
      ...(over && { endedAt: new Date(now()).toISOString(), durationMs: now() - startedAt }),
      state,
      target: {
        name,
        environment,
        hub,
        seatsUnderTest: [...seatsUnderTest],
        simulatedSeats: COUNTRIES.filter((country) => !seatsUnderTest.includes(country)),
        capabilities: this.#capabilities,
      },
      scenarios: counts,
      requirements: coverageOf(ended, this.#register),
      exchanges: { ...this.#journal.counts, heads: head === '' ? {} : { harness: head } },
      versions: { corridor: packageVersion(), profile: PROFILE_VERSION, node: process.versions.node },
      replay: this.#replay,
    };
  }
}

const verifyAgain = ({ seed, salt, options }: RunPlan, { name, file = name }: TargetDescription): string =>
  replayLine({ seed, salt, target: file, options });
