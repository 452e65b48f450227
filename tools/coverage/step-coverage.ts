import type { Scenario } from './specification.ts';

/** What the checks need of a step definition of Cucumber. */
export interface StepDefinition {
  readonly uri: string;
  readonly line: number;
  readonly pattern: string | RegExp;
  matchesStepName(text: string): boolean;
}

const place = ({ uri, line, pattern }: StepDefinition): string => `${uri}:${line} (${String(pattern)})`;

/** Steps that no definition, or more than one, matches; definitions that no step uses. */
export function stepProblems(
  definitions: readonly StepDefinition[],
  scenarios: readonly Scenario[],
): string[] {
  const used = new Set<StepDefinition>();
  const problems = new Set<string>();
  const judged = new Set<string>();
  for (const { place: where, steps } of scenarios) {
    for (const text of steps.filter((step) => !judged.has(step))) {
      judged.add(text);
      const matching = definitions.filter((definition) => definition.matchesStepName(text));
      for (const definition of matching) used.add(definition);
      if (matching.length === 0) problems.add(`${where}: undefined step: ${text}`);
      if (matching.length > 1)
        problems.add(`${where}: ambiguous step: ${text}: ${matching.map(place).join(', ')}`);
    }
  }
  const unused = definitions
    .filter((definition) => !used.has(definition))
    .map((d) => `unused step: ${place(d)}`);
  return [...problems, ...unused];
}

const PARAMETER = /\{([A-Za-z_]\w*)\}/g;

/** Names of the parameters that Cucumber itself brings. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'int',
  'float',
  'word',
  'string',
  'double',
  'long',
  'short',
  'byte',
  'bigdecimal',
  'biginteger',
]);

/** The parameter names of all step expressions, those of Cucumber itself left out. */
export function parameterNames(definitions: readonly StepDefinition[]): string[] {
  const names = definitions.flatMap(({ pattern }) =>
    typeof pattern === 'string' ? [...pattern.matchAll(PARAMETER)].map(([, name]) => name ?? '') : [],
  );
  return [...new Set(names)].filter((name) => !BUILT_IN.has(name)).sort();
}
