import { z } from 'zod';
import { reconcileShape } from '../../profile/export/reconcile-shape.ts';

/** File of a run folder that holds the result, so that a report shows it without counting again. */
export const RECONCILIATION_FILE = 'reconciliation.json';

/**
 * Why something that looks like a fault is none, in the words of the invariants:
 * `scenario` stopped there on purpose; `overdue` and `version-gap` are told by a finding; `under-way`: the time limit still runs;
 * `queued`: the stack had it in the queue or as a dead letter when last asked; `confirmed` by pulling; `dead-letter` holds up
 * nobody; `not-drained`: nobody asked any more; `link`: the stack was not reached; `body-not-kept`: above 256 KiB;
 * `interrupted`: the run was cut before it could come; `not-exported`: the exports of a pilot hold another period.
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
  'body-not-kept',
  'interrupted',
  'not-exported',
] as const;
export type Explanation = (typeof explanations)[number];

/**
 * What exports of a pilot may lack, in the words of `tables/exports.sql` and of the header of each invariant. Without it the
 * invariant is left out, and said to be; of `beginnings` and `senders` movements are.
 */
export const exportNeeds = [
  'wire',
  'submissions',
  'deliveries',
  'cursors',
  'itineraries',
  'ends',
  'bases',
  'controls',
  'arrivals',
  'passage-times',
  'limits',
  'seal-checks',
  'weighings',
  'findings',
  'hub-clock',
  'guarantees',
  'ledger',
  'published-goods',
  'books',
  'beginnings',
  'senders',
] as const;
export type ExportNeed = (typeof exportNeeds)[number];

/** What `corridor reconcile` found: do the books agree. Reasons are in French, for officers; messages are messageIds. */
export const reconciliation = reconcileShape.extend({
  explained: z.array(
    z.object({
      invariant: z.string(),
      explanation: z.enum(explanations),
      count: z.int().min(0),
      /** The first of them. */
      movements: z.array(z.string()),
    }),
  ),
  notJudged: z
    .array(
      z.object({
        invariant: z.string().nullable(),
        needs: z.array(z.enum(exportNeeds)),
        movements: z.int().min(0).optional(),
      }),
    )
    .optional(),
});
export type Reconciliation = z.infer<typeof reconciliation>;
export type NotJudged = NonNullable<Reconciliation['notJudged']>[number];
export type ReconciliationFinding = Reconciliation['findings'][number];

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
