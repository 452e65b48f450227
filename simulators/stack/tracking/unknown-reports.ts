import type { Pool } from 'pg';
import { countUnknown } from './device-table.ts';
import type { Link } from './hooks.ts';
import type { RareLog } from './rare-log.ts';

const PAUSE_MS = 1_000;

interface Count {
  readonly link: Link;
  readonly reports: number;
  /** The last one that was named, or null. */
  readonly deviceId: string | null;
  /** ms since the epoch. */
  readonly at: number;
}

/**
 * Counts the reports of devices that nobody registered, by platform and protocol: in memory, and in the books once a second at most,
 * so that strangers cost them no more than that. A platform that dies loses what came in its last second.
 */
export class UnknownReports {
  readonly #pool: Pool;
  readonly #log: RareLog;
  #counts = new Map<string, Count>();
  #due: NodeJS.Timeout | null = null;
  #writing: Promise<void> | null = null;

  constructor(pool: Pool, log: RareLog) {
    this.#pool = pool;
    this.#log = log;
  }

  note(count: Count): void {
    const { platform, protocol } = count.link;
    const key = `${platform} ${protocol}`;
    this.#counts.set(key, { ...count, reports: count.reports + (this.#counts.get(key)?.reports ?? 0) });
    this.#wait();
  }

  /** Ends when all that was counted is in the books, or could not be written. */
  async settled(): Promise<void> {
    if (this.#due) clearTimeout(this.#due);
    this.#due = null;
    await this.#writing;
    await this.#write();
  }

  #wait(): void {
    if (this.#due || this.#writing) return;
    this.#due = setTimeout(() => {
      this.#due = null;
      this.#writing = this.#write().then((written) => {
        this.#writing = null;
        if (!written || this.#counts.size > 0) this.#wait();
      });
    }, PAUSE_MS);
    this.#due.unref();
  }

  /** What could not be written is kept for the next time. @returns whether all was written */
  async #write(): Promise<boolean> {
    const counts = [...this.#counts.values()];
    this.#counts = new Map();
    let written = true;
    for (const { link, ...told } of counts)
      await countUnknown(this.#pool, link.platform, link.protocol, told).catch((error: unknown) => {
        this.#log.error(error, 'Failed to count the reports of strangers; they are counted later.');
        written = false;
        const key = `${link.platform} ${link.protocol}`;
        const since = this.#counts.get(key);
        this.#counts.set(key, { link, ...told, ...since, reports: told.reports + (since?.reports ?? 0) });
      });
    return written;
  }
}
