import { setTimeout as pause } from 'node:timers/promises';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import type { Journal } from '../../reports/evidence/journal.ts';
import { GIVE_UP_MS } from './k6-run.ts';
import type { PreparedTraffic } from './prepare-traffic.ts';
import type { Recorder } from './recorder.ts';

/** Longer than this no timer of Node lasts. */
const LONGEST_WAIT_MS = 3_600_000;

/** What a site that only receives goes by. */
export interface ReceiveOptions {
  readonly journal: Journal;
  readonly recorder: Recorder;
  readonly traffic: PreparedTraffic;
  /** Aborted once the senders have ended, where somebody knows that. */
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** The first delivery has come, ms since the epoch. */
  readonly onBegun: (at: number) => Promise<void>;
}

/**
 * Other sites send: from the first delivery on the seats are there for as long as the plan takes and its last sender tries, or until
 * they are told that all have ended. What was begun is what was delivered.
 */
export async function receive(options: ReceiveOptions): Promise<void> {
  const { journal, recorder, traffic, signal, now, onBegun } = options;
  const first = Promise.withResolvers<void>();
  let begun: Promise<void> | undefined;
  // For good: what is delivered while the queues drain counts as begun, too.
  journal.subscribe((record) => {
    const reference = deliveredOf(record);
    if (reference === undefined || !traffic.booked.has(reference)) return;
    if (recorder.begun.size === 0) {
      begun = onBegun(Date.parse(record.at));
      begun.catch(first.reject);
    }
    recorder.begun.add(reference);
    recorder.lastAt = Math.max(recorder.lastAt, Date.parse(record.at));
    first.resolve();
  });
  const stop = (): void => first.resolve();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  await first.promise;
  signal.removeEventListener('abort', stop);
  await begun;
  await until(now() + traffic.lastMs + GIVE_UP_MS, now, signal);
}

const deliveredOf = ({ kind, conversation }: ExchangeRecord): string | undefined =>
  kind === 'deliver' ? conversation : undefined;

async function until(endMs: number, now: () => number, signal: AbortSignal): Promise<void> {
  for (let left = endMs - now(); left > 0 && !signal.aborted; left = endMs - now())
    await pause(Math.min(left, LONGEST_WAIT_MS), undefined, { signal }).catch(() => undefined);
}
