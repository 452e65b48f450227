import type { Trader } from '../../profile/messages/parts/parts.ts';
import type { MovementState } from '../../profile/states/movement-states.ts';
import type { BookEntry } from './movement-book.ts';

/** Where a declarant stands at departure: an undischarged T1 past its time limit blocks him. */
export interface DeclarantStatus {
  readonly blocked: boolean;
  /** Transit references that block him, oldest first. */
  readonly because: readonly string[];
}

const ENDED: ReadonlySet<MovementState> = new Set(['DISCHARGED', 'CANCELLED', 'CLOSED_MANUALLY']);

/**
 * The status of a declarant in the country of departure, from its own book alone: told to nobody else.
 * @param entries movements of the book; those of other countries do not count
 * @param now ms since the epoch
 * @source profile decision P18; that the end of the time limit is what blocks: assumption
 */
export function declarantStatus(
  entries: readonly BookEntry[],
  declarant: Pick<Trader, 'name' | 'taxId'>,
  now: number,
): DeclarantStatus {
  const because = entries
    .filter(({ own, notice }) => own && notice !== undefined && isSame(notice.declarant, declarant))
    .filter(({ state, limitDate }) => !ENDED.has(state) && Date.parse(limitDate ?? '') <= now)
    .map(({ transitReference }) => transitReference);
  return { blocked: because.length > 0, because };
}

/** By taxpayer number where both have one, else by name. */
const isSame = (one: Pick<Trader, 'name' | 'taxId'>, other: Pick<Trader, 'name' | 'taxId'>): boolean =>
  one.taxId !== undefined && other.taxId !== undefined ? one.taxId === other.taxId : one.name === other.name;
