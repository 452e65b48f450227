import { z } from 'zod';
import { distribution } from './distribution.ts';

/** File of a report that holds what was measured, in histograms that merge: for machines, and for other reports. */
export const MEASURES_FILE = 'measures.json';

const count = z.int().min(0);

/** What happened in some seconds; times of a bin are those of what began in it. */
const bin = z.strictObject({
  /** Beginning, seconds since the epoch; a multiple of the length of bins. */
  at: z.int(),
  /** Messages and questions that were due. */
  offered: count,
  /** Submissions that left, however often the same. */
  attempts: count,
  /** Of these, the ones without an acknowledgement. */
  failed: count,
  /** Of those that failed, the ones that were refused for good (409, 422). */
  refused: count,
  /** Messages that were acknowledged for the first time, and questions that were answered. */
  acknowledged: count,
  answered: count,
  /** Answer times of submissions, us. */
  answers: distribution,
  /** Delivery delays of messages acknowledged then, us, by country. */
  deliveries: z.record(z.string(), distribution),
  /** By how much senders were behind their schedule, ms. */
  late: distribution,
  /** Most messages that waited for a seat. */
  pending: z.record(z.string(), count),
  /** Most trackers connected, by site. */
  trackers: z.record(z.string(), count),
  /** By process: how often it was sampled, sum of percents of one core, most memory. */
  processes: z.record(
    z.string(),
    z.strictObject({ samples: count, cpuPercentSum: z.number(), memoryMiB: z.number() }),
  ),
});
export type Bin = z.infer<typeof bin>;

/** What was seen of submissions of one message by one country, or of one question (`Ledger`, `Register`). */
const answers = z.strictObject({
  message: z.string(),
  country: z.string(),
  isQuestion: z.boolean(),
  attempts: count,
  acknowledged: count,
  refused: count,
  /** From the first byte of a submission to its answer, us; of attempts that were answered, whatever the answer. */
  times: distribution,
});

/** Everything that is measured of load runs. Counts add and distributions merge: see `mergeMeasures`. */
export const measures = z.strictObject({
  shape: z.literal('corridor-measures/1'),
  binSeconds: z.int().min(1),
  bins: z.array(bin),
  answers: z.array(answers),
  /** From the answer that acknowledged a message to the first time that a country had it, us; 0 when it had it before. */
  deliveries: z.array(z.strictObject({ country: z.string(), delays: distribution })),
  /** By how much a country had the notice before the truck, ms of the road, or after it: see `figures/leads.sql`. */
  leads: z.array(z.strictObject({ country: z.string(), ahead: distribution, behind: distribution })),
  /** By how much senders were behind their schedule, ms. */
  late: distribution,
  /** Messages acknowledged, each once. */
  acknowledged: count,
  /** What was due; of a run that was cut, until then. */
  offered: z.strictObject({ movements: count, messages: count, questions: count }),
  /** Movements whose sender gave up or was refused. */
  stopped: count,
  drained: z.strictObject({ empty: z.boolean(), seconds: z.number() }).nullable(),
  trackers: z.strictObject({ sent: count, acked: count, resent: count, refused: count }).nullable(),
  /** Lines of evidence that could not be read: torn ends, and what is no record. */
  unread: count,
  /** Exchanges whose instant lies far from the run: they are counted, and in no plot. */
  outside: count,
});
export type Measures = z.infer<typeof measures>;
export type Answers = Measures['answers'][number];
