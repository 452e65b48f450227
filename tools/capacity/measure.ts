import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import { Child } from '../bench/child.ts';

/** One point of the curve: what was asked of the stack a second, and what became of it. */
export const point = z.object({
  offeredPerS: z.number(),
  /** Over the whole run, start and drain included: below what was asked even where all of it was done. */
  achievedPerS: z.number(),
  answerP50Ms: z.number(),
  answerP99Ms: z.number(),
  /** By how much senders were behind their schedule: above the knee they wait for answers. */
  lateP99Ms: z.number(),
  deliveryP99Ms: z.number(),
  booksAgree: z.boolean(),
});
export type Point = z.infer<typeof point>;

const PLAYED_S = 20;
/** Of a mean movement on the corridors from Lomé. */
const MESSAGES_A_MOVEMENT = 8.6;
/** Journeys of a second or two, so that all of the time is at the full rate. */
const SHORTENED = 10_000;
const WITHIN_MS = 600_000;
const provenance = 'assumption: a constant rate, for the curve only';

/** Far above what anybody accepts: the limits are there to be measured, not to be judged. */
const LIMITS = [
  { limit: 'achieved', least: 0, provenance },
  { limit: 'answer-time', percentile: 50, mostMs: 1e9, provenance },
  { limit: 'answer-time', percentile: 99, mostMs: 1e9, provenance },
  { limit: 'lateness', percentile: 99, mostMs: 1e9, provenance },
  { limit: 'delivery-delay', percentile: 99, mostMs: 1e9, provenance },
];

const planOf = (perSecond: number): object => ({
  plan: `rate-${perSecond}`,
  title: { fr: `${perSecond} messages par seconde`, en: `${perSecond} messages a second` },
  days: 1,
  playedSeconds: PLAYED_S,
  journeysShortenedBy: SHORTENED,
  departures: [
    {
      from: 'TG',
      perDay: Math.max(1, Math.round((perSecond * PLAYED_S) / MESSAGES_A_MOVEMENT)),
      hours: Array.from({ length: 24 }, () => 1),
      provenance,
    },
  ],
  limits: LIMITS,
});

const result = z.object({
  offered: z.number(),
  achieved: z.number(),
  durationMs: z.number(),
  limits: z.array(z.object({ name: z.string(), seen: z.number().nullable() })),
  reconciliation: z.object({ verdict: z.string() }),
});

/** Plays one rate against a fresh reference stack. */
export async function measure(perSecond: number, seed: number): Promise<Point> {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-capacity-'));
  try {
    const plan = join(folder, 'plan.yaml');
    await writeFile(plan, stringify(planOf(perSecond)));
    const words = [
      'bin/corridor.js',
      'load',
      plan,
      '--seed',
      String(seed),
      '--out',
      folder,
      '--format',
      'json',
    ];
    await using child = new Child(process.execPath, words);
    const [text] = await child.line(/^\{.*$/, WITHIN_MS);
    return pointOf(result.parse(JSON.parse(text)), perSecond);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function pointOf(
  { achieved, durationMs, limits, reconciliation }: z.infer<typeof result>,
  perSecond: number,
): Point {
  const seen = (name: string): number => {
    const found = limits.find((one) => one.name.startsWith(name))?.seen;
    if (typeof found === 'number') return found;
    throw new Error(`Failed to measure ${perSecond} messages a second: no ${name} was seen.`);
  };
  return {
    offeredPerS: perSecond,
    achievedPerS: Math.round((achieved / durationMs) * 1_000),
    answerP50Ms: seen('answer-time p50'),
    answerP99Ms: seen('answer-time p99'),
    lateP99Ms: seen('lateness'),
    deliveryP99Ms: seen('delivery-delay'),
    booksAgree: reconciliation.verdict === 'pass',
  };
}
