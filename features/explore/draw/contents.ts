import { generateMovement } from '../../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { Random } from '../../../fixtures/random.ts';
import type { FixtureReferenceData } from '../../../fixtures/reference-data.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import { contentRandom } from '../cast.ts';

const SEEDS = 1_000_000;
/** Contents looked at for one that is rare. */
const CANDIDATES = 40;
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

/** The seed of a content with a number that is rounder than others: one in a hundred, drawn far more often than that. */
export function rareSeed(random: Random, reference: FixtureReferenceData, corridor: string): number {
  const number = random.pick(Object.values(NUMBERS));
  const seeds = Array.from({ length: CANDIDATES }, () => anySeed(random));
  const scored = seeds.map((seed) => ({
    seed,
    zeros: zerosOf(number(contentOf(seed, reference, corridor).notice)),
  }));
  return scored.reduce((best, one) => (one.zeros > best.zeros ? one : best)).seed;
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
