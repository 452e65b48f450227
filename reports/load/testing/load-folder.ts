import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Limit } from '../../../profile/load/limit.ts';
import { Journal } from '../../evidence/journal.ts';
import type { Exchanges } from '../../reconcile/testing/evidence-book.ts';
import { distributionOf } from '../distribution.ts';
import { LOAD_FILES, type LoadRun, type LoadSample } from '../load-run.ts';
import { loadTraffic, MESSAGES_A_JOURNEY, PLAYED_FROM } from './load-traffic.ts';

const provenance = 'assumption: a number for tests';

/** One limit of each kind that the example load keeps. */
export const keptLimits: readonly Limit[] = [
  { limit: 'answer-time', percentile: 99, mostMs: 50, provenance },
  { limit: 'answer-time', message: 'TransitNotice', percentile: 50, mostMs: 20, provenance },
  { limit: 'error-rate', most: 0.01, provenance },
  { limit: 'delivery-delay', percentile: 99, mostMs: 100, provenance },
  { limit: 'delivery-delay', country: 'BF', percentile: 95, mostMs: 100, provenance },
  { limit: 'backlog-drained', mostSeconds: 30, provenance },
  { limit: 'lead-time', percentile: 5, leastHours: 2, provenance },
  { limit: 'achieved', least: 0.99, provenance },
  { limit: 'lateness', percentile: 99, mostMs: 100, provenance },
];

const JOURNEYS = 20;
const SECONDS = 7;

/** `load.json` of the example load: a day played in 7 seconds. */
export const exampleLoad = (part: Partial<LoadRun> = {}): LoadRun => ({
  shape: 'corridor-load/1',
  runId: '20261102T090000-10ad01',
  plan: {
    name: 'ordinary-day',
    title: { fr: 'Un jour ordinaire', en: 'An ordinary day' },
    days: 1,
    playedSeconds: SECONDS,
    journeysShortenedBy: 20,
    limits: [...keptLimits],
  },
  seed: 1,
  salt: 'a1b2c3',
  at: '2026-11-02T08:00:00.000Z',
  startedAt: new Date(PLAYED_FROM - 5_000).toISOString(),
  endedAt: new Date(PLAYED_FROM + 20_000).toISOString(),
  state: 'complete',
  target: { name: 'reference', hub: 'http://127.0.0.1:8080', environment: 'test' },
  playedFrom: new Date(PLAYED_FROM).toISOString(),
  offered: {
    movements: JOURNEYS,
    messages: JOURNEYS * MESSAGES_A_JOURNEY,
    questions: 0,
    bySecond: Array.from({ length: SECONDS }, () => JOURNEYS),
  },
  k6: { version: '1.4.0', exitCode: 0 },
  stopped: 0,
  drained: { empty: true, seconds: 2 },
  versions: { corridor: '0.1.0' },
  replay: 'corridor load ordinary-day --seed 1 --salt a1b2c3',
  ...part,
});

/** A sample a second: senders on time, two processes, ten trackers. */
export const exampleSamples = (lateMs = 3): LoadSample[] =>
  Array.from({ length: SECONDS + 3 }, (_, second) => ({
    at: new Date(PLAYED_FROM + second * 1_000).toISOString(),
    late: distributionOf([lateMs], [20], lateMs).histogram,
    processes: [
      { name: 'hub', cpuPercent: 40 + second, memoryMiB: 180 },
      { name: 'k6', cpuPercent: 25, memoryMiB: 90 + second },
    ],
    trackers: {
      connected: Math.min(10, second * 3),
      sent: second * 10,
      acked: second * 10,
      resent: 0,
      refused: 0,
    },
  }));

/** What a folder of a load run holds; what is left out is that of the example load. */
export interface LoadFolderParts {
  readonly run?: LoadRun;
  readonly exchanges?: Exchanges;
  readonly samples?: readonly LoadSample[];
}

/** A run folder of a load run; gone when disposed. */
export async function loadFolder({
  run = exampleLoad(),
  exchanges = loadTraffic(),
  samples = exampleSamples(),
}: LoadFolderParts = {}): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'corridor-load-'));
  const journal = await Journal.open(join(path, 'exchange.ndjson'), { keep: 0 });
  for (const exchange of exchanges) journal.record(exchange);
  await journal.close();
  await writeFile(join(path, LOAD_FILES.run), JSON.stringify(run));
  await writeFile(
    join(path, LOAD_FILES.samples),
    samples.map((sample) => `${JSON.stringify(sample)}\n`).join(''),
  );
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
