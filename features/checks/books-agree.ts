import { type Observation, observe } from './check.ts';

/** One thing that does not hold between the books, by the reconciliation of the evidence. */
export interface BookFinding {
  readonly invariant: string;
  readonly requirements: readonly string[];
  /** Transit reference, or null for what concerns a whole queue. */
  readonly movement: string | null;
  readonly reason: string;
}

/** What looks like a fault and is explained; see `explanations` of the reconciliation. */
export interface BookExplanation {
  readonly invariant: string;
  readonly explanation: string;
  readonly count: number;
  readonly movements: readonly string[];
}

/** What a reconciliation says of the evidence of one stack. */
export interface BooksJudged {
  readonly exchanges: number;
  readonly movements: number;
  readonly findings: readonly BookFinding[];
  readonly explained: readonly BookExplanation[];
}

/** Whose books they are. */
export interface Books {
  /** Transit references of the scenario. */
  readonly movements: readonly string[];
  /** Nobody else used the stack: whatever does not agree is of this scenario. */
  readonly alone: boolean;
  /** A seat is still away, or dead letters stay: what waits for it is not lost. */
  readonly incomplete: boolean;
}

/** A journey may stop where its scenario does; told delays and gaps are told; a seat that pulled has it; a dead letter holds up nobody. */
const HARMLESS: Readonly<Record<string, readonly string[] | undefined>> = {
  scenario: ['open-without-end'],
  overdue: ['open-without-end'],
  'version-gap': ['still-waiting'],
  confirmed: ['cursor-gap', 'concerned-but-not-told'],
  'dead-letter': ['delivered-out-of-order'],
};

const EXPECTED = "les livres concordent : rien n'est perdu, rien n'est en double";
const SHOWN = 8;

/**
 * All books of a stack agree. What the reconciliation would explain by a queue that is not empty, or by an answer that never came,
 * counts as lost here: the scenario has waited for the one and repeated the other.
 */
export function booksAgree(judged: BooksJudged, books: Books): Observation[] {
  const ours = (movement: string | null): boolean =>
    books.alone || (movement !== null && books.movements.includes(movement));
  const found = judged.findings.filter(({ movement }) => ours(movement));
  const unexcused = judged.explained.filter(
    ({ movements, ...entry }) =>
      !excused(entry, books.incomplete) && (books.alone || movements.some((movement) => ours(movement))),
  );
  const looked = observe(judged.exchanges > 0, 'des échanges à rapprocher', `${judged.exchanges} échanges`);
  if (found.length === 0 && unexcused.length === 0)
    return [looked, observe(true, EXPECTED, `${judged.movements} mouvement(s), tous les livres d'accord`)];
  const reasons = [
    ...found.map(({ invariant, reason }) => `${reason} (${invariant})`),
    ...unexcused.map(({ invariant, explanation, count }) => `${invariant} : ${count} (${explanation})`),
  ];
  const seen = reasons.slice(0, SHOWN).join(' ; ') + (reasons.length > SHOWN ? ' ; ...' : '');
  const named = [...new Set(found.flatMap(({ requirements }) => requirements))];
  return [
    looked,
    observe(false, EXPECTED, seen),
    ...named.map((requirement) => observe(false, EXPECTED, seen, { requirement })),
  ];
}

/** What waits for a seat that is away, or is a dead letter, is in the queue; it is not lost. */
const excused = (
  { invariant, explanation }: Omit<BookExplanation, 'movements'>,
  incomplete: boolean,
): boolean => Boolean(HARMLESS[explanation]?.includes(invariant)) || (incomplete && explanation === 'queued');
