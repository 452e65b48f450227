import type { GherkinDocument, PickleStep, Rule, Scenario } from '@cucumber/messages';

/** Where a scenario stands in its feature, as the French text says it. */
export interface GherkinPlace {
  readonly feature: string;
  readonly rule?: string;
  readonly scenario: string;
  /** Row of the tables of examples, 1-based, counted through all tables of the outline. */
  readonly row?: number;
}

/** Keywords and places of one document, by id of its nodes. */
export interface GherkinIndex {
  keywordOf(step: PickleStep): string;
  placeOf(astNodeIds: readonly string[]): GherkinPlace;
}

const emptyIndex: GherkinIndex = { keywordOf: () => '', placeOf: () => ({ feature: '', scenario: '' }) };

/** Indexes a document once, so that 2,000 scenarios cost 2,000 look-ups. */
export function indexGherkin(document: GherkinDocument | undefined): GherkinIndex {
  const feature = document?.feature;
  if (!feature) return emptyIndex;
  const keywords = new Map<string, string>();
  const places = new Map<string, GherkinPlace>();
  const addScenario = (scenario: Scenario, rule?: Rule): void => {
    const place = { feature: feature.name, scenario: scenario.name, ...(rule && { rule: rule.name }) };
    places.set(scenario.id, place);
    for (const step of scenario.steps) keywords.set(step.id, step.keyword.trim());
    const rows = scenario.examples.flatMap(({ tableBody }) => tableBody);
    for (const [index, { id }] of rows.entries()) places.set(id, { ...place, row: index + 1 });
  };
  for (const child of feature.children) {
    for (const inner of [child, ...(child.rule?.children ?? [])]) {
      for (const step of inner.background?.steps ?? []) keywords.set(step.id, step.keyword.trim());
      if (inner.scenario) addScenario(inner.scenario, child.rule);
    }
  }
  return {
    keywordOf: ({ astNodeIds }) => firstOf(keywords, astNodeIds) ?? '',
    placeOf: (ids) => firstOf(places, [...ids].reverse()) ?? { feature: feature.name, scenario: '' },
  };
}

function firstOf<Value>(map: ReadonlyMap<string, Value>, ids: readonly string[]): Value | undefined {
  for (const id of ids) {
    const value = map.get(id);
    if (value !== undefined) return value;
  }
  return undefined;
}
