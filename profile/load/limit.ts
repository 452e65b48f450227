import { z } from 'zod';

/** Where a number comes from: a source with its address or clause, or the word `assumption` and why. */
export const provenance = z
  .string()
  .max(1_000)
  .regex(/^(source|assumption)\b/, 'expected "source: ..." or "assumption: ..."');

const messageName = z.string().regex(/^[A-Z][A-Za-z]{1,39}$/);
const country = z.string().regex(/^[A-Z]{2}$/);
const percentile = z.number().min(1).max(100);

/**
 * What must hold under load. `answer-time`: from the first byte of a submission to its answer, ms at a percentile, of one message or
 * all. `error-rate`: submissions without an answer or with one that is no acknowledgement, among all, 0 to 1; an attempt that was
 * repeated counts. `delivery-delay`: from the acknowledgement to the first time that a country has the message, ms at a percentile.
 * `backlog-drained`: seconds after the last submission until every queue is empty. `lead-time`: hours of the plan by which a country
 * has the notice before the truck, at a low percentile; not below. `achieved`: messages acknowledged, of those offered, 0 to 1.
 * `lateness`: by how much a sender was behind its schedule, ms at a percentile: above it the load was not the one that was asked for.
 */
export const limit = z.discriminatedUnion('limit', [
  z.strictObject({
    limit: z.literal('answer-time'),
    message: messageName.optional(),
    percentile,
    mostMs: z.number().positive(),
    provenance,
  }),
  z.strictObject({ limit: z.literal('error-rate'), most: z.number().min(0).max(1), provenance }),
  z.strictObject({
    limit: z.literal('delivery-delay'),
    country: country.optional(),
    percentile,
    mostMs: z.number().positive(),
    provenance,
  }),
  z.strictObject({ limit: z.literal('backlog-drained'), mostSeconds: z.number().positive(), provenance }),
  z.strictObject({ limit: z.literal('lead-time'), percentile, leastHours: z.number(), provenance }),
  z.strictObject({ limit: z.literal('achieved'), least: z.number().min(0).max(1), provenance }),
  z.strictObject({ limit: z.literal('lateness'), percentile, mostMs: z.number().positive(), provenance }),
]);
export type Limit = z.infer<typeof limit>;
