import type {
  Attachment,
  Envelope,
  GherkinDocument,
  Pickle,
  TestCase,
  TestCaseFinished,
  TestCaseStarted,
  TestStepFinished,
} from '@cucumber/messages';
import { ReportError } from '../failure.ts';
import { type FileEnd, readLines } from './read-lines.ts';

/** One test case with what Cucumber told of it; the last attempt counts. */
export interface RecordedCase {
  readonly pickle: Pickle;
  readonly testCase: TestCase;
  readonly started: TestCaseStarted;
  readonly finished?: TestCaseFinished;
  readonly results: ReadonlyMap<string, TestStepFinished>;
  readonly attachments: readonly Attachment[];
}

/** `messages.ndjson`, put in order. */
export interface RecordedMessages {
  readonly documents: readonly GherkinDocument[];
  readonly cases: readonly RecordedCase[];
  /** Test cases that were planned and never started. */
  readonly notStarted: number;
}

type Growing = { -readonly [Key in keyof RecordedCase]: RecordedCase[Key] } & {
  results: Map<string, TestStepFinished>;
  attachments: Attachment[];
};

/** Sorts the envelopes of a stream by test case, as they come: serial and parallel runs read alike. */
class Sorter {
  readonly documents: GherkinDocument[] = [];
  readonly #pickles = new Map<string, Pickle>();
  readonly #testCases = new Map<string, TestCase>();
  readonly #byStart = new Map<string, Growing>();
  readonly #byTestCase = new Map<string, Growing>();

  take(envelope: Envelope): void {
    const {
      gherkinDocument,
      pickle,
      testCase,
      testCaseStarted,
      testCaseFinished,
      testStepFinished,
      attachment,
    } = envelope;
    if (gherkinDocument) this.documents.push(gherkinDocument);
    else if (pickle) this.#pickles.set(pickle.id, pickle);
    else if (testCase) this.#testCases.set(testCase.id, testCase);
    else if (testCaseStarted) this.#start(testCaseStarted);
    else if (testStepFinished)
      this.#of(testStepFinished)?.results.set(testStepFinished.testStepId, testStepFinished);
    else if (attachment) this.#of(attachment)?.attachments.push(attachment);
    else if (testCaseFinished) this.#finish(testCaseFinished);
  }

  get cases(): readonly RecordedCase[] {
    return [...this.#byTestCase.values()];
  }

  get notStarted(): number {
    return (this.#testCases.size || this.#pickles.size) - this.#byTestCase.size;
  }

  #of({ testCaseStartedId }: { testCaseStartedId?: string }): Growing | undefined {
    return this.#byStart.get(testCaseStartedId ?? '');
  }

  #start(started: TestCaseStarted): void {
    const testCase = this.#testCases.get(started.testCaseId);
    const pickle = this.#pickles.get(testCase?.pickleId ?? '');
    if (!testCase || !pickle) return;
    const entry: Growing = { pickle, testCase, started, results: new Map(), attachments: [] };
    this.#byStart.set(started.id, entry);
    this.#byTestCase.set(testCase.id, entry);
  }

  #finish(finished: TestCaseFinished): void {
    const entry = this.#of(finished);
    if (entry) entry.finished = finished;
  }
}

/** Reads the Cucumber messages of a run; a torn last line or an absent file is told in `end`. */
export async function readMessages(path: string, end: FileEnd): Promise<RecordedMessages> {
  const sorter = new Sorter();
  for await (const { value, line } of readLines(path, end, (bad) => notAMessage(path, bad))) {
    if (typeof value !== 'object' || value === null) throw notAMessage(path, line);
    sorter.take(value as Envelope);
  }
  return { documents: sorter.documents, cases: sorter.cases, notStarted: sorter.notStarted };
}

const notAMessage = (path: string, line: number): ReportError =>
  new ReportError(
    'NOT_A_MESSAGE',
    `Failed to read ${path}: line ${line} is not a Cucumber message.`,
    'The file was changed after the run; run the campaign again, or restore the file.',
  );
