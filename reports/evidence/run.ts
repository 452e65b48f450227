import { z } from 'zod';
import { verdicts } from './verdict.ts';

/** Verdict of a scenario or of a run. */
export type Verdict = (typeof verdicts)[number];

/** One judged observation: attached by steps to the Cucumber messages as `application/vnd.corridor.finding+json`. */
export const judgedFinding = z.strictObject({
  requirement: z.string(),
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'error']),
  /** In French, for officers. */
  expected: z.string(),
  observed: z.string(),
  /** JSON Pointer into the message, when one is at fault. */
  pointer: z.string().optional(),
  /** `messageId` of the message concerned. */
  message: z.string().optional(),
});
export type JudgedFinding = z.infer<typeof judgedFinding>;

/** Media type under which steps attach a {@link JudgedFinding} (JSON). */
export const FINDING_MEDIA_TYPE = 'application/vnd.corridor.finding+json';
/** Media type under which a scenario attaches its context (JSON: {@link ScenarioContext}). */
export const CONTEXT_MEDIA_TYPE = 'application/vnd.corridor.context+json';

/** A point of a road, degrees WGS 84, with the codes of the offices that stand there, where the run knows them. */
const roadPlace = z.strictObject({
  name: z.string(),
  latitudeDeg: z.number(),
  longitudeDeg: z.number(),
  offices: z.array(z.string()).optional(),
});
export type RoadPlace = z.infer<typeof roadPlace>;

/** What a scenario says about itself for the report. */
export const scenarioContext = z.strictObject({
  /** Stable id: `<feature path without .feature, from features/>#<slug of the scenario name>` (outline rows: `/<row>`). */
  id: z.string(),
  verdict: z.enum(verdicts),
  /** Corridor names used, e.g. `LOME-CINKANSE-OUAGADOUGOU`. */
  corridors: z.array(z.string()),
  /** Conversations (transit references ...) that belong to this scenario. */
  conversations: z.array(z.string()),
  /** Points of the road with position, for the map, in order of travel. */
  road: z.array(roadPlace),
  /** Reason for `inconclusive`, `not-applicable` or `error`, in French. */
  reason: z.string().optional(),
});
export type ScenarioContext = z.infer<typeof scenarioContext>;

/** `run.json`: the run as a whole. */
export const runSummary = z.strictObject({
  shape: z.literal('corridor-run/1'),
  runId: z.string(),
  verdict: z.enum(verdicts),
  seed: z.int(),
  salt: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  durationMs: z.number().optional(),
  /** `complete` when every selected scenario ended; `interrupted` after Ctrl-C or a crash. */
  state: z.enum(['running', 'complete', 'interrupted']),
  target: z.strictObject({
    name: z.string(),
    environment: z.enum(['test', 'preproduction', 'production']),
    hub: z.string(),
    seatsUnderTest: z.array(z.string()),
    simulatedSeats: z.array(z.string()),
    /** Capabilities as published by the stack. */
    capabilities: z.record(z.string(), z.unknown()),
  }),
  scenarios: z.strictObject({
    pass: z.int(),
    fail: z.int(),
    inconclusive: z.int(),
    notApplicable: z.int(),
    error: z.int(),
  }),
  requirements: z.strictObject({ total: z.int(), covered: z.int(), reasoned: z.int() }),
  exchanges: z.strictObject({ count: z.int(), unexpected: z.int(), heads: z.record(z.string(), z.string()) }),
  versions: z.record(z.string(), z.string()),
  /** Command line that replays the run. */
  replay: z.string(),
});
export type RunSummary = z.infer<typeof runSummary>;
