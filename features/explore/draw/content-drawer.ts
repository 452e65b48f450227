import type { Random } from '../../../fixtures/random.ts';
import type { FixtureReferenceData } from '../../../fixtures/reference-data.ts';
import type { MovementSpec } from '../move.ts';
import { anySeed, MANY, RoundContents } from './contents.ts';

const LOADS = ['unsealed', 'empty'] as const;

/** Draws what the movements of a sequence carry, and where to. */
export class ContentDrawer {
  readonly #random: Random;
  readonly #reference: FixtureReferenceData;
  readonly #round: RoundContents;
  #corridors: string[] = [];

  constructor(random: Random, reference: FixtureReferenceData) {
    this.#random = random;
    this.#reference = reference;
    this.#round = new RoundContents(random, reference);
  }

  /**
   * Mostly several movements, each corridor in its turn, now and then an odd content.
   * @param claims whether the first is under a guarantee with an amount
   */
  specs(claims: boolean): MovementSpec[] {
    const random = this.#random;
    const count = random.weighted([
      { value: 1, weight: 2 },
      { value: 2, weight: 4 },
      { value: 3, weight: 2 },
      { value: 4, weight: 1 },
    ]);
    return Array.from({ length: count }, (_, index) => ({
      number: index + 1,
      ...this.#content(index === 0 ? 0.5 : 0.2),
      ...(random.chance(0.15) && { items: random.pick(MANY) }),
      ...(random.chance(0.12) && { load: random.pick(LOADS) }),
      guarantee: (claims && index === 0) || random.chance(0.35) ? 'reservable' : 'fund',
      monthEnd: random.chance(0.15),
    }));
  }

  #content(share: number): Pick<MovementSpec, 'corridor' | 'seed'> {
    const corridor = this.#nextCorridor();
    const isRound = this.#random.chance(share);
    return { corridor, seed: isRound ? this.#round.seed(corridor) : anySeed(this.#random) };
  }

  #nextCorridor(): string {
    if (this.#corridors.length === 0) {
      const names = [...this.#reference.corridors.keys()];
      this.#corridors = names
        .map((name) => ({ name, rank: this.#random.next() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ name }) => name);
    }
    return this.#corridors.pop() ?? '';
  }
}
