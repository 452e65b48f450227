import type { ExchangeLine } from '../evidence/exchange.ts';
import type { Remark } from '../evidence/remarks.ts';
import type { JudgedFinding, RunSummary, ScenarioContext, Verdict } from '../evidence/run.ts';
import type { RunVerdict, VerdictCounts } from '../evidence/verdict.ts';
import type { Expectations } from './expectations.ts';

/** A row of `profile/requirements.csv`; empty cells are empty text. */
export interface RequirementRow {
  readonly id: string;
  readonly level: string;
  /** One seat (`hub`, `customs` ...), or several separated by spaces. */
  readonly seat: string;
  readonly class: string;
  readonly clause: string;
  readonly fr: string;
  readonly en: string;
  readonly source: string;
  /** Why it is not tested. */
  readonly reason?: string | undefined;
}

/** Status of a step as Cucumber has it, lower-case; `missing` when the run ended before it. */
export type StepStatus =
  | 'passed'
  | 'failed'
  | 'skipped'
  | 'pending'
  | 'undefined'
  | 'ambiguous'
  | 'unknown'
  | 'missing';

/** One line of the French text, or a hook that failed. */
export interface StepModel {
  /** `Étant donné`, `Quand` ...; empty for a hook. */
  readonly keyword: string;
  readonly text: string;
  readonly status: StepStatus;
  readonly table?: readonly (readonly string[])[];
  readonly docString?: string;
  /** Sentence of the error, without stack. */
  readonly error?: string;
  /** The rest of the error, for engineers. */
  readonly trace?: string;
}

/** A line of an evidence file, with the name of the file: workers write one each, and count from 0 each. */
export type ExchangeModel = ExchangeLine & { readonly file: string };

/** One scenario that was started, with all that is known of it. */
export interface ScenarioModel {
  readonly id: string;
  /** Feature path from `features/`, without `.feature`. */
  readonly featurePath: string;
  readonly feature: string;
  /** First folder under `features/`, e.g. `depart`. */
  readonly stage: string;
  readonly rule?: string;
  readonly name: string;
  /** Row of the table of examples it comes from, 1-based. */
  readonly row?: number;
  readonly tags: readonly string[];
  /** Requirements cited by tags or judged by findings. */
  readonly requirements: readonly string[];
  /** Why its verdict rests on an assumption, in words; empty when it rests on none. */
  readonly assumptions: readonly string[];
  readonly steps: readonly StepModel[];
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly findings: readonly JudgedFinding[];
  readonly corridors: readonly string[];
  /** Seats that took part in an exchange of the scenario, the hub included. */
  readonly seats: readonly string[];
  readonly road: ScenarioContext['road'];
  readonly exchanges: readonly ExchangeModel[];
  readonly durationMs: number;
}

/** What the run says of a requirement: judged, or why not. */
export type CoverageStatus =
  | Exclude<Verdict, 'not-applicable'>
  | 'not-applicable'
  | 'reasoned'
  | 'unjudged'
  | 'missing';

/** A requirement with what the scenarios said of it. */
export interface RequirementModel extends RequirementRow {
  readonly seats: readonly string[];
  readonly status: CoverageStatus;
  /** Ids of scenarios that cite or judge it, with their own finding about it, or their verdict where they judged nothing. */
  readonly scenarios: readonly { readonly id: string; readonly verdict: Verdict }[];
  /** Cited by a scenario or a finding, absent from the register. */
  readonly unknown?: boolean;
}

/** A defect of the evidence itself, to be told to the reader. */
export type EvidenceNote =
  | { readonly kind: 'interrupted'; readonly notStarted: number }
  | { readonly kind: 'torn'; readonly file: string; readonly line: number }
  | { readonly kind: 'absent'; readonly file: string }
  | { readonly kind: 'no-register' }
  | { readonly kind: 'chain-broken'; readonly file: string; readonly line: number }
  | { readonly kind: 'chain-cut'; readonly file: string }
  | { readonly kind: 'verdict-differs'; readonly recorded: string };

/** A run as renderers see it: everything read, nothing judged again. */
export interface RunModel {
  /** Run folder as it was given. */
  readonly folder: string;
  readonly run: RunSummary;
  readonly verdict: RunVerdict;
  readonly counts: VerdictCounts;
  readonly scenarios: readonly ScenarioModel[];
  readonly requirements: readonly RequirementModel[];
  /** Traffic nobody expected. */
  readonly unexpected: readonly ExchangeModel[];
  readonly exchangeCount: number;
  readonly notes: readonly EvidenceNote[];
  /** What people wrote beside the evidence, in order. */
  readonly remarks: readonly Remark[];
  /** Only when the run was started with a list of expected failures. */
  readonly expectations?: Expectations;
}
