import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type GherkinDocument, IdGenerator, type Pickle } from '@cucumber/messages';

/** A scenario (or one row of an outline) as it will be played. */
export interface Scenario {
  /** Feature file and scenario name, for people. */
  readonly place: string;
  readonly name: string;
  /** Requirement ids of its tags and of those of its rule and feature. */
  readonly requirements: readonly string[];
  readonly steps: readonly string[];
}

/** A file of the specification and its text. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** The files under `root` that match, in order of path. */
export const filesOf = (root: string, ...patterns: string[]): SourceText[] =>
  globSync(patterns, { cwd: root })
    .filter((path) => !path.includes('node_modules'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const REQUIREMENT_TAG = /^@([A-Z]{3}-[0-9]{3})$/;

/** Scenarios of feature files; a file that does not parse is a problem, told with Gherkin's own words. */
export function scenariosOf(features: readonly SourceText[]): { scenarios: Scenario[]; problems: string[] } {
  const scenarios: Scenario[] = [];
  const problems: string[] = [];
  for (const { path, text } of features) {
    try {
      const { document, pickles } = read(path, text);
      scenarios.push(...pickles.map((pickle) => toScenario(path, pickle)));
      problems.push(...unnamedAssumptions(path, document));
    } catch (error) {
      problems.push(`${path} does not parse: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { scenarios, problems };
}

function read(
  path: string,
  text: string,
): { readonly document: GherkinDocument; readonly pickles: readonly Pickle[] } {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher('fr'));
  const document = parser.parse(text);
  return { document, pickles: compile(document, path, newId) };
}

/** Headings tagged `@hypothese` that do not say below what is assumed. */
function unnamedAssumptions(path: string, { feature }: GherkinDocument): string[] {
  const headings = feature?.children.flatMap(({ rule, scenario }) => [
    ...(rule ? [rule, ...rule.children.flatMap((child) => child.scenario ?? [])] : []),
    ...(scenario ? [scenario] : []),
  ]);
  return [...(feature ? [feature] : []), ...(headings ?? [])]
    .filter(({ tags, description }) => tags.some(({ name }) => name === '@hypothese') && !description.trim())
    .map(({ name }) => `${path}: ${name}: @hypothese, but no line below says what is assumed`);
}

const toScenario = (path: string, { name, tags, steps }: Pickle): Scenario => ({
  place: `${path}: ${name}`,
  name,
  requirements: tags.flatMap((tag) => REQUIREMENT_TAG.exec(tag.name)?.[1] ?? []),
  steps: steps.map(({ text }) => text),
});
