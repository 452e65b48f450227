import type { PageData, PageScenario } from '../page-data.ts';
import type { Address } from './address.ts';

/** Lower-case without diacritics, so that `cinkanse` finds `Cinkansé`. */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Says of each scenario whether the filters of an address let it through. */
export class Filters {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #scenarios: readonly PageScenario[];

  constructor({ scenarios }: PageData) {
    this.#scenarios = scenarios;
    this.#texts = new Map(scenarios.map((scenario) => [scenario.id, plain(searchable(scenario))]));
  }

  /** Ids that pass. Every word searched for must occur. */
  passing(address: Address): ReadonlySet<string> {
    const words = plain(address.q).split(/\s+/).filter(Boolean);
    const passes = ({ id, verdict, stage, corridors, seats, requirements }: PageScenario): boolean =>
      is(address.v, verdict) &&
      is(address.e, stage) &&
      has(address.c, corridors) &&
      has(address.n, seats) &&
      has(address.r, requirements) &&
      words.every((word) => this.#texts.get(id)?.includes(word));
    return new Set(this.#scenarios.filter(passes).map(({ id }) => id));
  }
}

const is = (wanted: string, value: string): boolean => wanted === '' || wanted === value;
const has = (wanted: string, values: readonly string[]): boolean => wanted === '' || values.includes(wanted);

const searchable = (scenario: PageScenario): string =>
  [
    scenario.id,
    scenario.name,
    scenario.feature,
    scenario.rule ?? '',
    scenario.reason ?? '',
    ...scenario.requirements,
    ...scenario.corridors,
  ].join(' ');
