import { z } from 'zod';

/** File of a run folder that holds the result, so that a report shows it without counting again. */
export const RECONCILIATION_FILE = 'reconciliation.json';

/**
 * Why something that looks like a fault is none, in the words of the invariants:
 * `scenario` stopped there on purpose; `overdue` and `version-gap` are told by a finding; `under-way`: the time limit still runs;
 * `queued`: the stack had it in the queue or as a dead letter when last asked; `confirmed` by pulling; `dead-letter` holds up
 * nobody; `not-drained`: nobody asked any more; `link`: the stack was not reached.
 */
export const explanations = [
  'scenario',
  'overdue',
  'version-gap',
  'under-way',
  'queued',
  'confirmed',
  'dead-letter',
  'not-drained',
  'link',
] as const;
export type Explanation = (typeof explanations)[number];

const count = z.int().min(0);
const figure = { corridor: z.string(), count, medianMin: z.number(), p90Min: z.number() };

/** One row of an invariant: what does not agree, where. */
export const reconciliationFinding = z.strictObject({
  invariant: z.string(),
  requirements: z.array(z.string()).min(1),
  movement: z.string().nullable(),
  seats: z.array(z.string()),
  /** messageIds. */
  messages: z.array(z.string()),
  /** In French, for officers. */
  reason: z.string(),
});
export type ReconciliationFinding = z.infer<typeof reconciliationFinding>;

/** What `corridor reconcile` found: do the books agree. */
export const reconciliation = z.strictObject({
  /** `inconclusive`: there was nothing to reconcile. */
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'error']),
  exchanges: count,
  movements: count,
  invariants: z.array(
    z.strictObject({
      name: z.string(),
      fr: z.string(),
      en: z.string(),
      requirements: z.array(z.string()).min(1),
      /** How many were found; `findings` below holds the first of each. */
      findings: count,
      explained: count,
    }),
  ),
  findings: z.array(reconciliationFinding),
  explained: z.array(
    z.strictObject({
      invariant: z.string(),
      explanation: z.enum(explanations),
      count,
      /** The first of them. */
      movements: z.array(z.string()),
    }),
  ),
  figures: z.strictObject({
    /** Minutes from presentation to passage. */
    dwell: z.array(z.strictObject({ ...figure, office: z.string() })),
    /** Minutes by which the notice came before the truck. */
    leadTime: z.array(z.strictObject({ ...figure, country: z.string() })),
  }),
  /** Why there is no result: a fault of ours. */
  fault: z.string().optional(),
});
export type Reconciliation = z.infer<typeof reconciliation>;

/** The result where reconciling itself failed: never silent, never a verdict on anybody's system. */
export const failedReconciliation = (fault: string): Reconciliation => ({
  verdict: 'error',
  exchanges: 0,
  movements: 0,
  invariants: [],
  findings: [],
  explained: [],
  figures: { dwell: [], leadTime: [] },
  fault,
});
