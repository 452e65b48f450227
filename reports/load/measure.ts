import { msOfRunPerMs } from '../../profile/load/pace.ts';
import { type Distribution, mergeDistributions } from './distribution.ts';
import type { LoadRun, LoadSample } from './load-run.ts';
import { MOST_BINS, measureEvidence } from './measure-evidence.ts';
import type { Bin, Measures } from './measures.ts';
import { coarsened, emptyBin, mergeMeasures, noMeasures } from './merge-measures.ts';
import { type LoadFolder, readSamples } from './read-load-run.ts';

const HOUR_MS = 3_600_000;

/** How load runs are measured. */
export interface MeasureOptions {
  /** Where the engine puts what does not fit in memory; default: the temporary folder of the machine. */
  readonly temporary?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Measures the run folders of one load: their evidence together, so that a message that one site sent and another received counts;
 * of each what it offered and sampled.
 * @throws ReconcileError for what is no evidence, LoadReportError for what is no sample
 */
export async function measureRuns(
  folders: readonly LoadFolder[],
  { temporary, signal }: MeasureOptions = {},
): Promise<Measures> {
  const [first] = folders;
  if (!first) return noMeasures;
  const { plan } = first.run;
  const span = spanOf(folders.map(({ run }) => run));
  const roadMsPerMs = plan.journeysShortenedBy / msOfRunPerMs(plan);
  const paths = folders.map(({ folder }) => folder);
  const { measures, lastAt } = await measureEvidence(paths, { ...span, roadMsPerMs, temporary, signal });
  let all = measures;
  for (const folder of folders) all = mergeMeasures(all, await measureSamples(folder, span, lastAt));
  return { ...all, ...coarsened(all, MOST_BINS) };
}

interface TimeSpan {
  readonly from: number;
  readonly until: number;
}

/** Between which instants exchanges can be of the run. Clocks of sites differ; a run that was killed does not say when it ended. */
function spanOf(runs: readonly LoadRun[]): TimeSpan {
  const begun = runs.map(({ startedAt }) => Date.parse(startedAt));
  const ended = runs.map(({ startedAt, endedAt, plan }) =>
    endedAt === undefined
      ? Date.parse(startedAt) + plan.playedSeconds * 2_000 + HOUR_MS
      : Date.parse(endedAt),
  );
  return { from: Math.min(...begun) - HOUR_MS, until: Math.max(...ended) + HOUR_MS };
}

/** What one site offered and sampled. */
async function measureSamples(
  { folder, run }: LoadFolder,
  span: TimeSpan,
  lastAt: number | undefined,
): Promise<Measures> {
  const gathered = new Samples(run.segment);
  for await (const { sample, late } of readSamples(folder)) {
    const at = Date.parse(sample.at);
    if (at >= span.from && at <= span.until) gathered.add(at, sample, late);
    else gathered.outside += 1;
  }
  const until = run.state === 'complete' ? Number.POSITIVE_INFINITY : Math.max(lastAt ?? 0, gathered.lastAt);
  const { totals, bins } = offeredBy(run, until);
  const sampled: Measures = {
    ...noMeasures,
    ...gathered.part(),
    ...totals,
    stopped: run.stopped ?? 0,
    drained: run.drained ?? null,
    outside: gathered.outside,
  };
  return mergeMeasures(sampled, {
    ...noMeasures,
    ...coarsened({ bins, binSeconds: 1 }, MOST_BINS),
  });
}

/** What was due by then, in seconds that were over: of a run that was cut nobody can say what it would have done with the rest. */
function offeredBy(
  { offered, playedFrom }: LoadRun,
  until: number,
): { totals: Pick<Measures, 'offered'>; bins: Bin[] } {
  const from = Math.floor(Date.parse(playedFrom) / 1_000);
  const due = offered.bySecond.slice(0, Math.max(0, Math.floor(until / 1_000) - from));
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const all = sum(offered.bySecond);
  const share = all === 0 ? 1 : sum(due) / all;
  const part = (count: number): number => Math.round(count * share);
  return {
    totals: {
      offered: {
        movements: part(offered.movements),
        messages: part(offered.messages),
        questions: part(offered.questions),
      },
    },
    bins: due.flatMap((count, at) => (count > 0 ? [{ ...emptyBin(from + at), offered: count }] : [])),
  };
}

/** Samples as they are read, in bins that grow longer as they grow more. */
class Samples {
  readonly #site: string | undefined;
  #bins: Pick<Measures, 'bins' | 'binSeconds'> = { bins: [], binSeconds: 1 };
  #late: Distribution[] = [];
  #trackers: NonNullable<Measures['trackers']> | null = null;
  lastAt = 0;
  outside = 0;

  constructor(site: string | undefined) {
    this.#site = site;
  }

  add(atMs: number, { processes, trackers }: LoadSample, late: Distribution | undefined): void {
    this.lastAt = Math.max(this.lastAt, atMs);
    const seen = processes.map(
      ({ name, cpuPercent, memoryMiB }) =>
        [
          this.#site === undefined ? name : `${name} (${this.#site})`,
          { samples: 1, cpuPercentSum: Math.max(0, cpuPercent), memoryMiB: Math.max(0, memoryMiB) },
        ] as const,
    );
    this.#bins.bins.push({
      ...emptyBin(Math.floor(atMs / 1_000)),
      ...(late && { late }),
      processes: Object.fromEntries(seen),
      ...(trackers && { trackers: { [this.#site ?? 'all']: trackers.connected } }),
    });
    if (late) this.#gatherLate(late);
    if (trackers) this.#trackers = this.#last(trackers);
    if (this.#bins.bins.length >= 2 * MOST_BINS) this.#bins = coarsened(this.#bins, MOST_BINS);
  }

  part(): Pick<Measures, 'bins' | 'binSeconds' | 'late' | 'trackers'> {
    return {
      ...coarsened(this.#bins, MOST_BINS),
      late: mergeDistributions(this.#late),
      trackers: this.#trackers,
    };
  }

  #gatherLate(late: Distribution): void {
    this.#late.push(late);
    if (this.#late.length >= MOST_BINS) this.#late = [mergeDistributions(this.#late)];
  }

  /** Counters of a fleet only grow. */
  #last({
    sent,
    acked,
    resent,
    refused,
  }: NonNullable<LoadSample['trackers']>): NonNullable<Measures['trackers']> {
    const known = this.#trackers ?? { sent: 0, acked: 0, resent: 0, refused: 0 };
    return {
      sent: Math.max(known.sent, sent),
      acked: Math.max(known.acked, acked),
      resent: Math.max(known.resent, resent),
      refused: Math.max(known.refused, refused),
    };
  }
}
