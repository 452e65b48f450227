import { z } from 'zod';

const count = z.int().min(0);
const requirementId = z.string().regex(/^[A-Z]{3}-[0-9]{3}$/);
const figure = { corridor: z.string(), count, medianMin: z.number(), p90Min: z.number() };

/**
 * `corridor reconcile`: do the books agree. Of each invariant the first findings are listed, all are counted; `explained`
 * is what would look like a fault and is none. `inconclusive`: there was nothing to reconcile. Figures are minutes.
 */
export const reconcileShape = z.object({
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'error']),
  exchanges: count,
  movements: count,
  invariants: z.array(
    z.object({
      name: z.string(),
      fr: z.string(),
      en: z.string(),
      requirements: z.array(requirementId),
      findings: count,
      explained: count,
    }),
  ),
  findings: z.array(
    z.object({
      invariant: z.string(),
      requirements: z.array(requirementId),
      movement: z.string().nullable(),
      seats: z.array(z.string()),
      messages: z.array(z.string()),
      reason: z.string(),
    }),
  ),
  explained: z.array(
    z.object({ invariant: z.string(), explanation: z.string(), count, movements: z.array(z.string()) }),
  ),
  /**
   * What exports of a pilot could not show, only with such: an invariant that was left out and what it needs, or (`null`) how many
   * movements are judged in part.
   */
  notJudged: z
    .array(
      z.object({ invariant: z.string().nullable(), needs: z.array(z.string()), movements: count.optional() }),
    )
    .optional(),
  figures: z.object({
    dwell: z.array(z.object({ ...figure, office: z.string() })),
    leadTime: z.array(z.object({ ...figure, country: z.string() })),
    /** Lines left out: dates declared there are not of the clock of the evidence, as in drawn journeys. */
    leadTimeLeftOut: count.optional(),
  }),
  /** Why there is no result; only with verdict `error`. */
  fault: z.string().optional(),
  /** What was read of the exports of a pilot, only with such: `bad` rows could not be read and were left out, the first are told. */
  exports: z
    .object({
      files: z.array(
        z.object({ file: z.string(), rows: count, ignored: count, bad: count, badRows: z.array(z.string()) }),
      ),
      /** What of the contents is compared from seat to seat: the payload whole, or these fields. */
      compared: z.union([z.literal('payload'), z.array(z.string())]),
      identifiers: z.enum(['tokens', 'kept']),
      /** Of a file, drawn for this run, or none. */
      tokenKey: z.enum(['file', 'run']).nullable(),
    })
    .optional(),
});
