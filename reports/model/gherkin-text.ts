import type { Feature, GherkinDocument, PickleStep, Rule, Scenario, Step } from '@cucumber/messages';

/** Where a scenario stands in its feature, as the French text says it. */
export interface GherkinPlace {
  readonly feature: string;
  readonly rule?: string;
  readonly scenario: string;
  /** Row of the tables of examples, 1-based, counted through all tables of the outline. */
  readonly row?: number;
  /** What stands under the headings tagged `@hypothese` above it: the assumptions that it rests on. */
  readonly assumptions: readonly string[];
}

const ASSUMPTION_TAG = '@hypothese';

/** Keywords and places of every node of the texts, by id. */
export interface GherkinIndex {
  keywordOf(step: PickleStep): string;
  placeOf(astNodeIds: readonly string[]): GherkinPlace;
}

/**
 * Indexes the documents of a run once, so that 2,000 scenarios cost 2,000 look-ups. Workers read the same files
 * each with ids of their own: all of them count.
 */
export function indexGherkin(documents: Iterable<GherkinDocument>): GherkinIndex {
  const keywords = new Map<string, string>();
  const places = new Map<string, GherkinPlace>();
  for (const { feature } of documents) if (feature) addFeature(feature, keywords, places);
  return {
    keywordOf: ({ astNodeIds }) => firstOf(keywords, astNodeIds) ?? '',
    // A row stands after its outline and says more.
    placeOf: (ids) => firstOf(places, [...ids].reverse()) ?? { feature: '', scenario: '', assumptions: [] },
  };
}

function addFeature(
  feature: Feature,
  keywords: Map<string, string>,
  places: Map<string, GherkinPlace>,
): void {
  const addSteps = (steps: readonly Step[]): void => {
    for (const { id, keyword } of steps) keywords.set(id, keyword.trim());
  };
  const addScenario = (scenario: Scenario, rule?: Rule): void => {
    const headings = [feature, ...(rule ? [rule] : []), scenario];
    const place = {
      feature: feature.name,
      scenario: scenario.name,
      assumptions: headings.flatMap(assumptionUnder),
      ...(rule && { rule: rule.name }),
    };
    places.set(scenario.id, place);
    addSteps(scenario.steps);
    const rows = scenario.examples.flatMap(({ tableBody }) => tableBody);
    for (const [index, { id }] of rows.entries()) places.set(id, { ...place, row: index + 1 });
  };
  for (const child of feature.children) {
    for (const inner of [child, ...(child.rule?.children ?? [])]) {
      addSteps(inner.background?.steps ?? []);
      if (inner.scenario) addScenario(inner.scenario, child.rule);
    }
  }
}

/** The description under a heading that carries the tag; one without description names nothing. */
function assumptionUnder({ tags, description }: Pick<Scenario, 'tags' | 'description'>): string[] {
  const text = description.replace(/\s+/g, ' ').trim();
  return text !== '' && tags.some(({ name }) => name === ASSUMPTION_TAG) ? [text] : [];
}

function firstOf<Value>(map: ReadonlyMap<string, Value>, ids: readonly string[]): Value | undefined {
  for (const id of ids) {
    const value = map.get(id);
    if (value !== undefined) return value;
  }
  return undefined;
}
