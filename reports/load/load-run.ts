import { z } from 'zod';
import { limit } from '../../profile/load/limit.ts';

/** Files of the run folder of a load run, beside `exchange.ndjson` and `reconciliation.json`. */
export const LOAD_FILES = {
  run: 'load.json',
  samples: 'samples.ndjson',
  /** What was to be sent, as k6 reads it. */
  traffic: 'traffic.txt',
  /** Where devices really were, what they sent, and what was taken: one line a report. */
  truth: 'truth.ndjson',
  k6Run: 'k6-run.json',
  k6Summary: 'k6-summary.json',
  k6Dashboard: 'k6-dashboard.html',
  k6Log: 'k6.log',
  report: 'load-report.html',
} as const;

const count = z.int().min(0);

/** `load.json`: what was to be played, how, and how far it came. Written when the run begins, and again when it ends. */
export const loadRun = z.strictObject({
  shape: z.literal('corridor-load/1'),
  runId: z.string(),
  /** The plan, as far as a reader of results needs it. */
  plan: z.strictObject({
    name: z.string(),
    title: z.strictObject({ fr: z.string(), en: z.string() }),
    days: z.number().min(1).max(31),
    playedSeconds: z
      .number()
      .min(2)
      .max(31 * 86_400),
    journeysShortenedBy: z.number().min(1).max(10_000),
    limits: z.array(limit),
  }),
  seed: z.int(),
  salt: z.string(),
  /** For which moment the traffic was made; with seed and salt it gives the same bytes again. */
  at: z.iso.datetime(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  /** `running` of a run that was killed: it is read as far as it goes. */
  state: z.enum(['running', 'complete', 'interrupted']),
  target: z.strictObject({
    name: z.string(),
    hub: z.string(),
    environment: z.enum(['test', 'preproduction', 'production']),
    deviation: z.string().optional(),
  }),
  /** Part of the movements that this site sent, as k6 cuts it: `1/3`; `seats`: it sent nothing and received for all. */
  segment: z.string().optional(),
  /** When the first movement was due; what is offered counts from here. */
  playedFrom: z.iso.datetime(),
  /** Messages and questions that the plan has for this site, by second from `playedFrom`. */
  offered: z.strictObject({ movements: count, messages: count, questions: count, bySecond: z.array(count) }),
  /** How k6 ended: 0, or 99 when a threshold of its own was crossed; absent until then. */
  k6: z.strictObject({ version: z.string(), exitCode: z.int().nullable() }).optional(),
  /** Movements whose sender gave up or was refused before their end. */
  stopped: count.optional(),
  /** Exchanges that k6 told and nobody could read: they are missing from the evidence. */
  unreadable: count.optional(),
  /** Movements that k6 never began because no sender was free: the load was not the one that was asked for. */
  dropped: count.optional(),
  /** After the last message: whether every queue ran empty, and how long that took. */
  drained: z.strictObject({ empty: z.boolean(), seconds: z.number() }).optional(),
  versions: z.record(z.string(), z.string()),
  replay: z.string(),
});
export type LoadRun = z.infer<typeof loadRun>;

/**
 * A line of `samples.ndjson`, one a second: what no exchange tells. `late` is an HDR histogram of that second, ms by which senders
 * were behind their schedule, compressed base64; processor in percent of one core, memory resident.
 */
export const loadSample = z.strictObject({
  at: z.iso.datetime(),
  late: z.string().optional(),
  processes: z
    .array(z.strictObject({ name: z.string(), cpuPercent: z.number(), memoryMiB: z.number() }))
    .default([]),
  trackers: z
    .strictObject({ connected: count, sent: count, acked: count, resent: count, refused: count })
    .optional(),
});
export type LoadSample = z.infer<typeof loadSample>;

/** One limit of the plan and what was seen; `seen` in the unit of the limit, null when there was nothing to measure. */
export const judgedLimit = z.strictObject({
  /** A line for people: `answer-time TransitNotice p99`. */
  name: z.string(),
  limit: z.string(),
  seen: z.number().nullable(),
  unit: z.string(),
  verdict: z.enum(['pass', 'fail', 'inconclusive']),
});
export type JudgedLimit = z.infer<typeof judgedLimit>;
