import { generateMovement } from '../../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { Random } from '../../../fixtures/random.ts';
import type { FixtureReferenceData } from '../../../fixtures/reference-data.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import { contentRandom } from '../cast.ts';

const SEEDS = 1_000_000;
/** Contents looked at each time that a round one is drawn. */
const CANDIDATES = 40;
/** Of which the next is drawn: several, so that it is not always the same. */
const KEPT = 6;
const NOW = Date.UTC(2026, 0, 15);

/** Lines of a long declaration: each step is some continuation sheets more. */
export const MANY = [4, 8, 16, 32, 64];

/** Numbers of a declaration that systems round, compare, add up, and keep as text in between. */
export const NUMBERS: Readonly<Record<string, (notice: TransitNoticePayload) => number>> = {
  'gross mass': ({ totalGrossMassKg }) => totalGrossMassKg,
  packages: ({ totalPackages }) => totalPackages,
  'duties at risk': ({ guarantee }) => guarantee.dutiesAtRisk,
  'value of the first item': ({ items }) => items[0]?.value.amount ?? 1,
  'net mass of the first item': ({ items }) => items[0]?.netMassKg ?? 1,
};

/** The seed of any content. */
export const anySeed = (random: Random): number => random.int(1, SEEDS);

interface Candidate {
  readonly seed: number;
  readonly zeros: number;
}

/** Contents with a number that is rounder than others: one in a hundred, drawn far more often than that. */
export class RoundContents {
  readonly #random: Random;
  readonly #reference: FixtureReferenceData;
  /** The roundest that were looked at, by corridor and number. */
  readonly #roundest = new Map<string, readonly Candidate[]>();

  constructor(random: Random, reference: FixtureReferenceData) {
    this.#random = random;
    this.#reference = reference;
  }

  /** The seed of one of the roundest so far. */
  seed(corridor: string): number {
    for (let nth = 0; nth < CANDIDATES; nth += 1) this.#lookAt(anySeed(this.#random), corridor);
    const name = this.#random.pick(Object.keys(NUMBERS));
    return this.#random.pick(this.#roundest.get(`${corridor} ${name}`) ?? []).seed;
  }

  #lookAt(seed: number, corridor: string): void {
    const { notice } = contentOf(seed, this.#reference, corridor);
    for (const [name, of] of Object.entries(NUMBERS)) {
      const key = `${corridor} ${name}`;
      const all = [...(this.#roundest.get(key) ?? []), { seed, zeros: zerosOf(of(notice)) }];
      this.#roundest.set(key, all.sort((a, b) => b.zeros - a.zeros).slice(0, KEPT));
    }
  }
}

const contentOf = (seed: number, reference: FixtureReferenceData, corridor: string): Movement =>
  generateMovement({
    random: contentRandom(seed),
    reference,
    corridor,
    salt: 'probe',
    sequence: 1,
    now: NOW,
  });

/** How many zeros a whole number ends in; of others, none. */
export const zerosOf = (value: number): number => /(?<=^\d+)0*$/.exec(String(value))?.[0].length ?? 0;
