import { build, encodeIntoCompressedBase64, type Histogram } from 'hdr-histogram-js';
import { conversationOfPath, conversationsOf } from '../../reports/evidence/conversation.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import type { K6Line } from './k6-line.ts';

const LONGEST_LATE_MS = 3_600_000;

/** Takes what k6 says into the evidence, and counts what no exchange tells. */
export class Recorder {
  /** Movements that were begun: their notice has left. */
  readonly begun = new Set<string>();
  /** Movements whose sender gave up or was refused. */
  stopped = 0;
  exchanges = 0;
  /** Lines of the senders that could not be read. */
  unreadable = 0;
  failed = 0;
  /** When the first movement was due, ms since the epoch. */
  playedFrom: number | undefined;
  /** When the last exchange ended, ms since the epoch. */
  lastAt = 0;
  readonly #journal: Journal;
  readonly #stack: string;
  #late: Histogram = newLate();

  constructor(journal: Journal, stack: string) {
    this.#journal = journal;
    this.#stack = stack;
  }

  take(line: K6Line): void {
    if (line.corridor === 'begun') this.playedFrom ??= line.at;
    else if (line.corridor === 'stopped') this.stopped += 1;
    else this.#exchange(line);
  }

  /** The lateness of what was sent since the last time, compressed; undefined when nothing was. */
  takeLate(): string | undefined {
    if (this.#late.totalCount === 0) return undefined;
    const text = encodeIntoCompressedBase64(this.#late);
    this.#late = newLate();
    return text;
  }

  #exchange(line: Extract<K6Line, { corridor: 'exchange' }>): void {
    const { kind, at, from, method, path, body, content, status, answer, afterMs, fault, name, lateMs } =
      line;
    this.exchanges += 1;
    this.lastAt = Math.max(this.lastAt, at + afterMs);
    if (status === 0 || status >= 400) this.failed += 1;
    if (lateMs !== undefined) this.#late.recordValue(Math.min(LONGEST_LATE_MS, Math.round(lateMs)));
    const conversations = body === undefined ? [conversationOfPath(path) ?? ''] : conversationsOf(content);
    if (name === 'TransitNotice' && conversations[0]) this.begun.add(conversations[0]);
    this.#journal.record({
      kind,
      at,
      from,
      to: 'hub',
      method,
      path,
      headers: { 'corridor-seat': from },
      body,
      answer:
        status === 0 ? undefined : { status, body: answer, afterMs: Math.round(afterMs * 1_000) / 1_000 },
      fault: status === 0 ? (fault ?? 'closed') : undefined,
      conversations: conversations.filter(Boolean),
      stack: this.#stack,
    });
  }
}

const newLate = (): Histogram =>
  build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: LONGEST_LATE_MS,
    numberOfSignificantValueDigits: 3,
    bitBucketSize: 32,
  });
