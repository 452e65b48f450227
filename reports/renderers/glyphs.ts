import type { Verdict } from '../evidence/run.ts';

/** One sign per verdict, for readers who see no colour. Always beside a word. */
export const glyphs = {
  pass: '✓',
  fail: '✗',
  inconclusive: '?',
  'not-applicable': '–',
  error: '!',
} as const satisfies Record<Verdict, string>;

/** Verdicts in the order in which reports list them: the gravest first. */
export const verdictOrder: readonly Verdict[] = ['fail', 'error', 'inconclusive', 'pass', 'not-applicable'];

/** Sign of what rests on an assumption. */
export const ASSUMED = '≈';
