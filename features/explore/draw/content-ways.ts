import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import { type Aim, unseenWays } from './machines.ts';

const MANY_ITEMS = 30;
const ROUND = 100;
const ROUND_AMOUNT = 10_000;

/** What a declaration may have that most have not, and on which a system may stumble at any step of the journey. */
const KINDS: Readonly<Record<string, (notice: TransitNoticePayload) => boolean>> = {
  reserved: ({ guarantee }) => guarantee.kind === 'reservable',
  long: ({ items }) => items.length >= MANY_ITEMS,
  'round mass': ({ totalGrossMassKg }) => totalGrossMassKg % ROUND === 0,
  'round packages': ({ totalPackages }) => totalPackages % ROUND === 0,
  'round duties': ({ guarantee }) => guarantee.dutiesAtRisk % ROUND_AMOUNT === 0,
  unsealed: ({ seals }) => seals.length === 0,
};

/** Which ways of the machine movements of each kind of content have gone. */
export class ContentWays {
  readonly #seen = new Map(Object.keys(KINDS).map((kind) => [kind, new Set<string>()]));

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

  #of(notice: TransitNoticePayload): Set<string>[] {
    return [...this.#seen].flatMap(([kind, seen]) => (KINDS[kind]?.(notice) ? [seen] : []));
  }
}
