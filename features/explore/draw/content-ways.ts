import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import { movementTransitions } from '../../../profile/states/transitions.ts';
import { ENDED } from '../model/register.ts';
import { MANY, NUMBERS, zerosOf } from './contents.ts';
import { type Aim, unseenWays } from './machines.ts';

/** The kind that carries an amount of its own. */
const RESERVED = 'reserved';

type Kind = (notice: TransitNoticePayload) => boolean;

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
  [RESERVED, ({ guarantee }) => guarantee.kind === 'reservable'],
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
  readonly #seen = new Map([...KINDS.keys()].map((kind) => [kind, new Set<string>()]));

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

  /** Ways that end a movement under an amount, and with it what is held, and that none under an amount has gone. */
  unseenReleases({ guarantee }: TransitNoticePayload): Aim[] {
    if (guarantee.kind !== 'reservable') return [];
    return unseenWays(this.#seen.get(RESERVED) ?? new Set()).filter(({ row = -1 }) =>
      ENDED.has(movementTransitions[row]?.to),
    );
  }

  #of(notice: TransitNoticePayload): Set<string>[] {
    return [...this.#seen].flatMap(([kind, seen]) => (KINDS.get(kind)?.(notice) ? [seen] : []));
  }
}
