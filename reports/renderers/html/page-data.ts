import type { ExchangeKind } from '../../evidence/exchange.ts';
import type { Remark } from '../../evidence/remarks.ts';
import type { RoadPlace, Verdict } from '../../evidence/run.ts';
import type { RunVerdict, VerdictCounts } from '../../evidence/verdict.ts';
import type { Expectations } from '../../model/expectations.ts';
import type { EvidenceNote, RequirementModel, StepModel } from '../../model/run-model.ts';
import type { Reconciliation } from '../../reconcile/reconciliation.ts';
import type { PageJourney } from '../journey/page-journey.ts';

/** One fault that an answer or a refusing message names. */
export interface PageRefusal {
  readonly code: string;
  readonly pointer?: string;
  readonly reason?: string;
}

/** Text of a body: whole, cut at 8 KiB, or not kept at all. */
export interface PageBody {
  readonly text?: string;
  readonly state: 'whole' | 'cut' | 'none' | 'not-kept';
  readonly bytes: number;
  readonly digest: string;
  /** Wire code, when the body is a message of the profile. */
  readonly type?: string;
}

/** One exchange as the page shows it. */
export interface PageExchange {
  /** Position in its evidence file. */
  readonly seq: number;
  readonly file: string;
  readonly kind: ExchangeKind;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly method: string;
  readonly path: string;
  readonly messageId?: string;
  readonly attempt?: number;
  readonly late?: true;
  readonly body: PageBody;
  readonly answer?: PageBody & { readonly status: number; readonly afterMs: number };
  readonly fault?: string;
  /** Of what befell the network: the values of the fault, the message that it struck, the answer that nobody heard. */
  readonly link?: {
    readonly values?: Readonly<Record<string, string>>;
    readonly type?: string;
    readonly answered?: number;
  };
  /** Faults named by the answer. */
  readonly refusals: readonly PageRefusal[];
  /** Faults named by the message itself, where it is a refusal (AT91, AT92). */
  readonly refuses: readonly PageRefusal[];
}

/** A finding with the exchange that it speaks of, by `seq`. */
export interface PageFinding {
  readonly requirement: string;
  readonly verdict: 'pass' | 'fail' | 'inconclusive' | 'error';
  readonly expected: string;
  readonly observed: string;
  readonly pointer?: string;
  readonly exchange?: number;
  /** Two sentences; absent where all is well. */
  readonly explained?: Readonly<Record<'fr' | 'en', string>>;
}

/** What the list needs of a scenario. */
export interface PageScenario {
  readonly id: string;
  readonly name: string;
  readonly row?: number;
  readonly featurePath: string;
  readonly feature: string;
  readonly stage: string;
  readonly rule?: string;
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly requirements: readonly string[];
  /** What the scenario rests on without a source; absent when it rests on nothing of the kind. */
  readonly assumptions?: readonly string[];
  readonly corridors: readonly string[];
  readonly seats: readonly string[];
  readonly durationMs: number;
  /** Chunk that holds its details. */
  readonly chunk: number;
}

/** What is shown when a scenario is opened; kept compressed until then. */
export interface PageDetail {
  readonly steps: readonly StepModel[];
  readonly findings: readonly PageFinding[];
  readonly tags: readonly string[];
  readonly exchanges: readonly PageExchange[];
  readonly road: readonly RoadPlace[];
  /** Pictures of the roads travelled; absent where no device reported. */
  readonly journeys?: readonly PageJourney[];
  readonly replay: string;
}

/** A scenario to be examined, with the messages its findings name: in the page itself, so that it prints. */
export interface PageFailure {
  readonly scenario: PageScenario;
  readonly steps: readonly StepModel[];
  readonly findings: readonly PageFinding[];
  readonly exchanges: readonly PageExchange[];
  readonly replay: string;
}

/** A state machine with what the run saw of it. Pictures are drawn when the page is made: they are our own markup. */
export interface PageMachine {
  readonly name: 'HUB' | 'TRA' | 'DES' | 'GUA';
  readonly picture: { readonly fr: string; readonly en: string };
  readonly states: readonly { readonly fr: string; readonly en: string; readonly visited: boolean }[];
  readonly ways: readonly {
    readonly from: string;
    readonly to: string;
    /** Wire code or `timer:NAME`, with what narrows it. */
    readonly on: string;
    readonly visited: boolean;
  }[];
}

/** The whole page, less the compressed details. */
export interface PageData {
  readonly run: {
    readonly runId: string;
    readonly seed: number;
    readonly salt: string;
    readonly startedAt: string;
    readonly durationMs: number;
    readonly replay: string;
    readonly target: {
      readonly name: string;
      readonly environment: 'test' | 'preproduction' | 'production';
      readonly hub: string;
      readonly seatsUnderTest: readonly string[];
      readonly simulatedSeats: readonly string[];
      readonly classes: readonly string[];
    };
    readonly versions: Readonly<Record<string, string>>;
  };
  readonly verdict: RunVerdict;
  readonly counts: VerdictCounts;
  readonly notes: readonly EvidenceNote[];
  readonly remarks: readonly Remark[];
  readonly expectations?: Expectations & { readonly asExpected: boolean };
  readonly scenarios: readonly PageScenario[];
  readonly requirements: readonly RequirementModel[];
  readonly failures: readonly PageFailure[];
  readonly moreFailures: number;
  readonly unexpected: readonly PageExchange[];
  readonly moreUnexpected: number;
  readonly exchangeCount: number;
  readonly reconciliation?: Reconciliation;
  readonly machines: readonly PageMachine[];
  /** Names of messages by wire code. */
  readonly messages: Readonly<Record<string, { readonly fr: string; readonly en: string }>>;
}

/** Details of the scenarios of one chunk, by id. */
export type PageChunk = Readonly<Record<string, PageDetail>>;
