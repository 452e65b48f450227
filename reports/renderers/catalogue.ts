import type { ExchangeKind } from '../evidence/exchange.ts';
import type { Verdict } from '../evidence/run.ts';
import type { RunVerdict } from '../evidence/verdict.ts';
import type { CoverageStatus, StepStatus } from '../model/run-model.ts';
import type { BooksTexts } from './catalogue-books.ts';
import type { CompareTexts } from './catalogue-compare.ts';
import { english } from './catalogue-en.ts';
import { french } from './catalogue-fr.ts';
import type { JourneyTexts } from './catalogue-journey.ts';
import type { LinkTexts } from './catalogue-links.ts';
import type { LoadTexts } from './catalogue-load.ts';
import type { MachinesTexts } from './catalogue-machines.ts';

/** Languages of reports. French first: experts sign it. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

type Count = (count: number) => string;
type CountOf = (count: number, total: number) => string;
type Words<Key extends string> = Readonly<Record<Key, string>>;
type InFile = (file: string, at: number) => string;

/** Everything that reports say, in one language. Names of messages come from the profile. */
export interface Texts {
  readonly language: Language;
  readonly otherLanguage: string;
  readonly locale: string;
  readonly title: string;
  readonly subtitle: string;
  readonly skip: string;
  readonly verdict: Words<Verdict>;
  /** A count of scenarios of one verdict, without the number. */
  readonly counted: Readonly<Record<Verdict, Count>>;
  readonly coverage: Words<CoverageStatus>;
  /** One sentence under the verdict of a run: scenarios judged, scenarios of that verdict. */
  readonly sentence: Readonly<Record<RunVerdict, (judged: number, count: number) => string>>;
  readonly facts: Words<
    | 'target'
    | 'environment'
    | 'started'
    | 'duration'
    | 'seed'
    | 'salt'
    | 'seedAndSalt'
    | 'run'
    | 'hub'
    | 'versions'
  >;
  /** The reference stack was told to go wrong, by the name of the wrong behaviour. */
  readonly deviating: (deviation: string) => string;
  readonly environments: Words<'test' | 'preproduction' | 'production'>;
  readonly replay: string;
  readonly replayOne: string;
  readonly copy: string;
  readonly nav: Words<
    | 'label'
    | 'verdict'
    | 'scope'
    | 'failures'
    | 'coverage'
    | 'machines'
    | 'results'
    | 'scenarios'
    | 'unexpected'
  >;
  readonly scope: Words<
    | 'heading'
    | 'underTest'
    | 'simulated'
    | 'none'
    | 'classes'
    | 'classesClaimed'
    | 'classesUnclaimed'
    | 'notEvidence'
    | 'reason'
  > &
    Readonly<Record<'untested' | 'uncovered' | 'assumptions' | 'skipped', Count>> & {
      readonly limits: readonly string[];
    };
  readonly notes: Words<'heading' | 'noRegister'> & {
    readonly interrupted: Count;
    readonly torn: InFile;
    readonly absent: (file: string) => string;
    readonly chainBroken: InFile;
    readonly chainCut: (file: string) => string;
    readonly verdictDiffers: (recorded: string) => string;
  };
  /** What people wrote beside the evidence, and what was expected to fail. */
  readonly remarks: Words<'heading' | 'run' | 'decides' | 'observed'> & {
    readonly said: (author: string, at: string) => string;
  };
  readonly expectations: Words<'heading' | 'asExpected' | 'otherwise' | 'since'> &
    Readonly<Record<'expected' | 'startedToPass' | 'unexpected' | 'notJudged', Count>>;
  /** Scenarios whose verdict rests on an assumption. */
  readonly assumption: Words<'word' | 'heading'> & { readonly counted: Count };
  readonly failures: Words<
    | 'heading'
    | 'none'
    | 'requirement'
    | 'expected'
    | 'observed'
    | 'pointer'
    | 'message'
    | 'messageConcerned'
    | 'reason'
    | 'open'
    | 'wholeMessage'
  > & { readonly more: Count };
  readonly matrix: Words<
    | 'heading'
    | 'caption'
    | 'filter'
    | 'filterHint'
    | 'status'
    | 'all'
    | 'id'
    | 'text'
    | 'level'
    | 'source'
    | 'seat'
    | 'total'
    | 'unknown'
    | 'noRow'
    | 'simulated'
  > & { readonly scenarios: Count; readonly summary: CountOf; readonly class: (name: string) => string };
  readonly seats: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<string, string>>;
  readonly results: Words<
    'heading' | 'byStage' | 'byCorridor' | 'bySeat' | 'bySeatNote' | 'none' | 'noSeat' | 'share' | 'total'
  >;
  /** First folders under `features/`. */
  readonly stages: Readonly<Record<string, string>>;
  readonly list: Words<
    | 'heading'
    | 'search'
    | 'searchHint'
    | 'verdict'
    | 'stage'
    | 'corridor'
    | 'seat'
    | 'requirement'
    | 'all'
    | 'reset'
    | 'none'
    | 'keys'
  > & { readonly shown: CountOf; readonly unknown: (id: string) => string };
  readonly detail: Words<
    | 'loading'
    | 'unreadable'
    | 'text'
    | 'judged'
    | 'crossed'
    | 'nothing'
    | 'messages'
    | 'road'
    | 'roadNote'
    | 'link'
    | 'trace'
    | 'tags'
  > & { readonly service: Count; readonly cutDiagram: CountOf };
  readonly steps: Words<StepStatus>;
  readonly exchange: Words<
    | 'time'
    | 'way'
    | 'message'
    | 'result'
    | 'show'
    | 'sent'
    | 'answer'
    | 'digest'
    | 'noAnswer'
    | 'noBody'
    | 'late'
    | 'refused'
    | 'accepted'
    | 'absentField'
    | 'pointed'
    | 'close'
  > & {
    readonly bytes: Count;
    readonly after: Count;
    readonly attempt: Count;
    readonly notKept: InFile;
    readonly cut: InFile;
    readonly faults: Readonly<Record<string, string>>;
    readonly kinds: Words<ExchangeKind>;
  };
  readonly journey: JourneyTexts;
  readonly machines: MachinesTexts;
  readonly links: LinkTexts;
  readonly compare: CompareTexts;
  readonly load: LoadTexts;
  readonly unexpected: Words<'heading' | 'none'> & { readonly some: Count; readonly more: Count };
  readonly books: BooksTexts;
  readonly footer: Count;
  readonly noScript: string;
  readonly console: Words<'underTest' | 'simulated' | 'report'> & {
    /** How far a verdict of conformity reaches. */
    readonly scope: (covered: number, total: number) => string;
    /** Judged, in all, not tested with a reason; the rest was not played in this run. */
    readonly requirements: (covered: number, total: number, reasoned: number) => string;
    readonly unexpected: Count;
    readonly more: Count;
    /** How many more scenarios ended for the reason of the one above. */
    readonly sameReason: Count;
  };
}

/** The one catalogue of report texts. */
export const catalogue: Readonly<Record<Language, Texts>> = { fr: french, en: english };
