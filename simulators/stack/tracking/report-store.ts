import type { StackContext } from '../stack-context.ts';
import { postReports } from './post-reports.ts';
import type { RareLog } from './rare-log.ts';
import type { Arrived } from './tracker.ts';
import { TrackingError } from './tracking-error.ts';

/** Most reports of one transaction. */
const REPORTS_AT_ONCE = 500;
/** Most frames that wait; who brings more waits with them. */
const MOST_WAITING = 20_000;
/** Most reports that wait, in however few frames; a frame alone may bring more. */
const MOST_REPORTS_WAITING = 50_000;

interface Waiting {
  readonly arrived: Arrived;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Brings frames to the books, many in one transaction, in the order in which they came. While one transaction runs the next
 * frames gather: the busier, the larger.
 */
export class ReportStore {
  readonly #context: StackContext;
  readonly #log: RareLog;
  #waiting: Waiting[] = [];
  #reportsWaiting = 0;
  #running: Promise<void> | null = null;

  constructor(context: StackContext, log: RareLog) {
    this.#context = context;
    this.#log = log;
  }

  /** Ends when the reports of a frame are stored with all that follows from them. @throws when they could not be, as the log says */
  keep(arrived: Arrived): Promise<void> {
    const reports = arrived.reports.length;
    const full = this.#full(reports);
    if (full) return Promise.reject(this.#notKept(full));
    this.#reportsWaiting += reports;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ arrived, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Why no more reports can wait, or null. */
  #full(reports: number): TrackingError | null {
    if (this.#waiting.length >= MOST_WAITING)
      return new TrackingError('STORE_FULL', `Failed to keep a report: ${MOST_WAITING} frames wait already.`);
    const waiting = this.#reportsWaiting;
    if (waiting > 0 && waiting + reports > MOST_REPORTS_WAITING)
      return new TrackingError('STORE_FULL', `Failed to keep ${reports} reports: ${waiting} wait already.`);
    return null;
  }

  #notKept(error: unknown): unknown {
    this.#log.error(error, 'Failed to keep the reports of a frame; the device keeps them.');
    return error;
  }

  /** Ends when nothing waits. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve)); // frames of one read of the loop go together
    while (this.#waiting.length > 0) await this.#post(this.#take());
    this.#running = null;
  }

  #take(): Waiting[] {
    let reports = 0;
    let frames = 0;
    for (const { arrived } of this.#waiting) {
      if (frames > 0 && reports + arrived.reports.length > REPORTS_AT_ONCE) break;
      reports += arrived.reports.length;
      frames += 1;
      if (frames >= REPORTS_AT_ONCE) break;
    }
    this.#reportsWaiting -= reports;
    return this.#waiting.splice(0, frames);
  }

  /** Frames that cannot be posted together are posted one by one: what is wrong with one stops no other. */
  async #post(group: readonly Waiting[]): Promise<void> {
    try {
      await postReports(
        this.#context,
        group.map(({ arrived }) => arrived),
      );
      for (const { resolve } of group) resolve();
    } catch (error) {
      if (group.length > 1) {
        for (const one of group) await this.#post([one]);
        return;
      }
      group[0]?.reject(this.#notKept(error));
    }
  }
}
