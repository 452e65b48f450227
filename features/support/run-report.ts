import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROFILE_VERSION } from '../../profile/envelope/envelope.ts';
import type { Requirement } from '../../profile/export/requirements.ts';
import type { RunSummary } from '../../reports/evidence/run.ts';
import { COUNTRIES } from './environment.ts';
import { packageRoot } from './package-root.ts';
import { replayLine } from './replay-line.ts';
import type { EndedScenario } from './run-context.ts';
import { countsOf, coverageOf, writeRunFile } from './run-file.ts';
import type { RunPlan } from './run-plan.ts';
import type { TargetDescription } from './targets/target.ts';
import { verdictOfRun } from './verdict.ts';

/** How a run ended, as far as `run.json` needs it. */
export interface RunEnd {
  readonly ended: readonly EndedScenario[];
  readonly interrupted: boolean;
  /** Hash of the last line of the evidence. */
  readonly head: string;
  readonly exchanges: { readonly count: number; readonly unexpected: number };
}

const NOTHING: RunEnd = { ended: [], interrupted: true, head: '', exchanges: { count: 0, unexpected: 0 } };

/** Keeps `run.json`: written when the run begins, when it ends, and when it breaks off. */
export class RunReport {
  readonly #plan: RunPlan;
  readonly #target: TargetDescription;
  readonly #register: readonly Requirement[];
  #capabilities: Record<string, unknown> = {};
  #ended = false;

  constructor(plan: RunPlan, target: TargetDescription, register: readonly Requirement[]) {
    this.#plan = plan;
    this.#target = target;
    this.#register = register;
  }

  async begin(capabilities: object): Promise<void> {
    this.#capabilities = { ...capabilities };
    await writeRunFile(this.#plan.runDir, this.#summary(NOTHING, 'running'));
  }

  async end(end: RunEnd): Promise<RunSummary> {
    const summary = this.#summary(end, end.interrupted ? 'interrupted' : 'complete');
    await writeRunFile(this.#plan.runDir, summary);
    this.#ended = true;
    return summary;
  }

  /** The run broke off by a fault of ours or of the environment. */
  async abandon(): Promise<void> {
    if (!this.#ended) await this.end(NOTHING);
  }

  #summary(end: RunEnd, state: RunSummary['state']): RunSummary {
    const { runId, seed, salt, startedAt, now, options } = this.#plan;
    const { name, environment, hub, seatsUnderTest } = this.#target;
    const { ended, head, exchanges } = end;
    const over = state !== 'running';
    return {
      shape: 'corridor-run/1',
      runId,
      verdict: verdictOfRun(ended.map(({ verdict }) => verdict)),
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
      scenarios: countsOf(ended),
      requirements: coverageOf(ended, this.#register),
      exchanges: { ...exchanges, heads: head === '' ? {} : { harness: head } },
      versions: { corridor: ownVersion(), profile: PROFILE_VERSION, node: process.versions.node },
      replay: replayLine({ seed, salt, target: name, options }),
    };
  }
}

const ownVersion = (): string =>
  (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;
