import type { Reconciliation } from '../../reports/reconcile/reconciliation.ts';
import type { Kill } from './kills.ts';

/** Invariants by what their findings mean to whoever asks whether anything was lost or done twice. */
const LOST = new Set([
  'acknowledged-but-not-in-ledger',
  'concerned-but-not-told',
  'cursor-gap',
  'guarantee-not-restored',
  'open-without-end',
  'passage-missing-untold',
  'still-waiting',
  'unanswered-message',
]);
const TWICE = new Set([
  'guarantee-overdrawn',
  'in-ledger-without-cause',
  'reused-key-accepted',
  'told-twice',
]);

/** What the storm was, before it is judged. */
export interface StormFacts {
  readonly seed: number;
  readonly asked: number;
  readonly kills: readonly Kill[];
  readonly linksBroken: Readonly<Record<string, number>>;
  readonly messages: number;
  readonly movements: number;
  /** Movements that came to their end. */
  readonly ended: number;
  /** Honest messages that the hub refused. */
  readonly refused: readonly string[];
  /** Seats and messages that never came to them, as the seats count. */
  readonly owed: readonly string[];
  readonly drained: boolean;
  readonly durationMs: number;
}

/** What came of it. */
export interface StormOutcome extends StormFacts {
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
  /** Why it is not a pass. */
  readonly because: readonly string[];
  readonly exchanges: number;
  /** By the books, or by the count of the seats when that is more. */
  readonly lost: number;
  readonly doubleEffects: number;
  readonly otherFindings: number;
  readonly findings: Reconciliation['findings'];
  readonly explained: Reconciliation['explained'];
}

/**
 * A pass needs all of it: the kills that were asked for, traffic that came to its end, books that agree, and evidence that is
 * whole. Nothing found in evidence that misses something is no proof.
 */
export function judge(facts: StormFacts, books: Reconciliation): StormOutcome {
  const countOf = (among: (name: string) => boolean): number =>
    books.invariants.filter(({ name }) => among(name)).reduce((sum, { findings }) => sum + findings, 0);
  // What is still queued when all is whole and nothing moves is lost to the seat, however the books explain it.
  const lost = Math.max(
    countOf((name) => LOST.has(name)),
    facts.owed.length,
  );
  const doubleEffects = countOf((name) => TWICE.has(name));
  const otherFindings = countOf((name) => !LOST.has(name) && !TWICE.has(name));
  const wrong = [
    ...told(lost, 'lost'),
    ...told(doubleEffects, 'double effects'),
    ...told(otherFindings, 'other disagreements of the books'),
    ...told(facts.refused.length, 'honest messages refused'),
  ];
  const explained = books.explained.reduce((sum, { count }) => sum + count, 0);
  const counted = facts.kills.filter(counts).length;
  const unproven = [
    ...told(facts.asked - counted, 'kills too few'),
    ...told(facts.movements - books.movements, 'movements missing in the evidence'),
    ...told(facts.movements - facts.ended, 'movements without end'),
    ...(facts.drained ? [] : ['the queues did not run empty']),
    ...told(explained, 'disagreements explained away'),
    ...(facts.movements === 0 ? ['no traffic'] : []),
  ];
  const verdict = wrong.length > 0 ? 'fail' : unproven.length > 0 ? 'inconclusive' : 'pass';
  const { exchanges, findings } = books;
  const figures = { exchanges, lost, doubleEffects, otherFindings, findings, explained: books.explained };
  return { ...facts, verdict, because: [...wrong, ...unproven], ...figures };
}

/** A kill counts when something was under way. */
export const counts = ({ phase, submissions, deliveries }: Kill): boolean =>
  phase !== 'idle' && submissions + deliveries > 0;

const told = (count: number, what: string): string[] => (count === 0 ? [] : [`${count} ${what}`]);
