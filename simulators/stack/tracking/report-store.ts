import type { StackContext } from '../stack-context.ts';
import { postReports } from './post-reports.ts';
import type { RareLog } from './rare-log.ts';
import { type Arrived, keyOf } from './tracker.ts';
import { TrackingError } from './tracking-error.ts';

/** Most reports of one transaction. */
const REPORTS_AT_ONCE = 500;
/** Most frames that wait; who brings more waits with them. */
const MOST_WAITING = 20_000;
/** Most reports that wait, in however few frames; a frame alone may bring more. */
const MOST_REPORTS_WAITING = 50_000;

/** What one device may have waiting: nobody fills the store for others. A frame alone may bring more reports. */
export interface Quota {
  readonly frames: number;
  readonly reports: number;
}

interface Waiting {
  arrived: Arrived;
  readonly kept: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** What one device has waiting. */
interface Share {
  frames: number;
  reports: number;
  last: Waiting;
}

/**
 * Brings frames to the books, many in one transaction, in the order in which they came. While one transaction runs the next
 * frames gather: the busier, the larger. A sign of life takes no place of its own behind a frame of its device.
 */
export class ReportStore {
  readonly #context: StackContext;
  readonly #log: RareLog;
  readonly #quota: Quota;
  readonly #shares = new Map<string, Share>();
  #waiting: Waiting[] = [];
  #reportsWaiting = 0;
  #running: Promise<void> | null = null;

  constructor(context: StackContext, log: RareLog, quota: Quota) {
    this.#context = context;
    this.#log = log;
    this.#quota = quota;
  }

  /** Ends when the reports of a frame are stored with all that follows from them. @throws when they could not be, as the log says */
  keep(arrived: Arrived): Promise<void> {
    const reports = arrived.reports.length;
    const share = this.#shares.get(keyOf(arrived.device));
    if (share && reports === 0) {
      share.last.arrived = { ...share.last.arrived, receivedAt: arrived.receivedAt };
      return share.last.kept;
    }
    const full = this.#full(reports, share);
    if (full) return Promise.reject(this.#notKept(full));
    const { promise: kept, resolve, reject } = Promise.withResolvers<void>();
    const last = { arrived, kept, resolve, reject };
    this.#waiting.push(last);
    this.#reportsWaiting += reports;
    this.#shares.set(keyOf(arrived.device), {
      frames: (share?.frames ?? 0) + 1,
      reports: (share?.reports ?? 0) + reports,
      last,
    });
    this.#running ??= this.#run();
    return kept;
  }

  /** Why no more reports can wait, or null. */
  #full(reports: number, share: Share | undefined): TrackingError | null {
    const { frames, reports: most } = this.#quota;
    const full = (sentence: string): TrackingError => new TrackingError('STORE_FULL', sentence);
    if (share && (share.frames >= frames || share.reports + reports > most))
      return full(`Failed to keep ${reports} reports: ${share.frames} frames of this device wait already.`);
    if (this.#waiting.length >= MOST_WAITING)
      return full(`Failed to keep a report: ${MOST_WAITING} frames wait already.`);
    const waiting = this.#reportsWaiting;
    if (waiting > 0 && waiting + reports > MOST_REPORTS_WAITING)
      return full(`Failed to keep ${reports} reports: ${waiting} wait already.`);
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
    const taken = this.#waiting.splice(0, frames);
    for (const { arrived } of taken) this.#release(arrived);
    return taken;
  }

  #release({ device, reports }: Arrived): void {
    const share = this.#shares.get(keyOf(device));
    if (!share) return;
    share.frames -= 1;
    share.reports -= reports.length;
    if (share.frames === 0) this.#shares.delete(keyOf(device));
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
