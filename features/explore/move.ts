export type Load = 'unsealed' | 'empty';

/** One movement of a sequence: what it is drawn from, so that the same content can be drawn again under fresh identifiers. */
export interface MovementSpec {
  /** How the sequence names it: 1, 2 ... */
  readonly number: number;
  /** Name in reference data, e.g. `LOME-CINKANSE-OUAGADOUGOU`. */
  readonly corridor: string;
  /** Seed of its content. */
  readonly seed: number;
  /** Lines of the declaration; drawn when absent. */
  readonly items?: number;
  /** A truck without a seal, or one that brings empty containers back; goods under seal when absent. */
  readonly load?: Load | undefined;
  readonly guarantee: 'fund' | 'reservable';
  /** Both the first border crossed and the time limit fall on the last day of a month. */
  readonly monthEnd: boolean;
}

/** What somebody does in a sequence, beside sending a message: on the link, on the clock, in a book. */
export const deeds = [
  'repeat',
  'reuse-id',
  'consult',
  'consult-guarantee',
  'pull',
  'lose-answers',
  'leave',
  'return',
  'restart',
  'wait',
] as const;
export type Deed = (typeof deeds)[number];

/**
 * One thing that happens in a sequence, as data: it means the same after others were left out. Instants, numbers, seals and
 * ids are filled in when it is played, from the book as it then stands.
 */
export interface Move {
  /** Position in the sequence as it was drawn; others refer to it (`of`). */
  readonly id: number;
  /** Number of the movement; 0 for what concerns none. */
  readonly movement: number;
  /** Country that acts, or `hub`. */
  readonly by: string;
  /** A message by name, or a deed. */
  readonly act: string;
  /** Which one of its kind, in the words of the table: `entrée`, `refusé`, `un numéro sauté`. */
  readonly detail: readonly string[];
  /** The earlier move that is repeated or whose id is used again. */
  readonly of?: number;
  /** How often, or how many seconds. */
  readonly count?: number;
}

/** Movements and what happens to them, in order. */
export interface Sequence {
  readonly movements: readonly MovementSpec[];
  readonly moves: readonly Move[];
}

export const isDeed = (act: string): act is Deed => (deeds as readonly string[]).includes(act);

/** Messages that a sequence puts on the wire: each message sent, each repetition of one. */
export const messageCount = ({ moves }: Sequence): number =>
  moves.reduce((sum, { act, count = 1 }) => {
    if (act === 'repeat') return sum + count;
    return sum + (isDeed(act) && act !== 'reuse-id' ? 0 : 1);
  }, 0);
