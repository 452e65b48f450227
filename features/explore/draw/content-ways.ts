import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import { movementTransitions } from '../../../profile/states/transitions.ts';
import { ENDED } from '../model/register.ts';
import { MANY, NUMBERS, zerosOf } from './contents.ts';
import { type Aim, unseenWays } from './machines.ts';

type Kind = (notice: TransitNoticePayload) => boolean;

const RESERVED = 'reserved';
/** Under an amount that the register holds for this movement alone. */
export const isReserved: Kind = ({ guarantee }) => guarantee.kind === 'reservable';

/** Zeros at the end of a number. */
const ZEROS = [1, 2, 3];
/** Characters: longer texts go over to a second line. @source assumption: lines of EDIFACT texts, 35 characters */
const LINE = 35;

const inSteps = (
  what: string,
  steps: readonly number[],
  of: (notice: TransitNoticePayload) => number,
): (readonly [string, Kind])[] => steps.map((step) => [`${what}: ${step}`, (notice) => of(notice) >= step]);

/**
 * What a declaration may have that most have not. Systems stumble where a form ends and goes on on a continuation sheet (many
 * items, several containers or seals), where a number becomes a text and a number again (zeros at its end), where a text is
 * longer than its line, and where something is missing that is usually there; and they may at any step of the journey.
 * @source assumption
 */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  [RESERVED, isReserved],
  ...inSteps('items', [2, ...MANY], ({ items }) => items.length),
  ...inSteps('containers', [1, 2], ({ containers }) => containers.length),
  ...inSteps('seals', [2, 3], ({ seals }) => seals.length),
  ['unsealed', ({ seals }) => seals.length === 0],
  ['brings containers back', ({ containers }) => containers.some(({ empty }) => empty)],
  ['long description', ({ items }) => items.some(({ description }) => description.length > LINE)],
  ['long name', ({ consignee }) => consignee.name.length > LINE],
  ...Object.entries(NUMBERS).flatMap(([name, of]) =>
    inSteps(`zeros, ${name}`, ZEROS, (notice) => zerosOf(of(notice))),
  ),
]);

/** Which ways of the machine movements of each kind of content have gone. */
export class ContentWays {
  readonly #seen = new Map<string, Set<string>>();

  note(notice: TransitNoticePayload, way: string): void {
    for (const seen of this.#of(notice)) seen.add(way);
  }

  /** Whether a movement of some kind that this one is of has not gone this way. */
  isNew(notice: TransitNoticePayload, way: string): boolean {
    return this.#of(notice).some((seen) => !seen.has(way));
  }

  /** Ways that no movement of a kind of this one has gone. */
  unseen(notice: TransitNoticePayload): Aim[] {
    return this.#of(notice).flatMap((seen) => unseenWays(seen));
  }

  /** Ways that end a movement, and that none of some kind of this one has gone: what was kept of its content is read once more. */
  unseenEnds(notice: TransitNoticePayload): Aim[] {
    return this.unseen(notice).filter(isEnd);
  }

  /** The same for the kind that has gone the fewest ways: one movement has many kinds, and one end. */
  endsOfTheRarest(notice: TransitNoticePayload): Aim[] {
    const byRarity = this.#of(notice).toSorted((a, b) => a.size - b.size);
    return byRarity.map((seen) => unseenWays(seen).filter(isEnd)).find(({ length }) => length > 0) ?? [];
  }

  /** The same for those under an amount alone: what becomes of the amount shows there. */
  unseenEndsUnderAmount(notice: TransitNoticePayload): Aim[] {
    return isReserved(notice) ? unseenWays(this.#seenOf(RESERVED)).filter(isEnd) : [];
  }

  #of(notice: TransitNoticePayload): Set<string>[] {
    return [...KINDS].flatMap(([kind, isOf]) => (isOf(notice) ? [this.#seenOf(kind)] : []));
  }

  #seenOf(kind: string): Set<string> {
    const seen = this.#seen.get(kind) ?? new Set();
    this.#seen.set(kind, seen);
    return seen;
  }
}

const isEnd = ({ row = -1 }: Pick<Aim, 'row'>): boolean => {
  const to = movementTransitions[row]?.to ?? 'same';
  return to !== 'same' && ENDED.has(to);
};
