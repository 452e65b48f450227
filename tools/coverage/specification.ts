import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator, type Pickle } from '@cucumber/messages';

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
      scenarios.push(...picklesOf(path, text).map((pickle) => toScenario(path, pickle)));
    } catch (error) {
      problems.push(`${path} does not parse: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { scenarios, problems };
}

function picklesOf(path: string, text: string): readonly Pickle[] {
  const newId = IdGenerator.incrementing();
  const parser = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher('fr'));
  return compile(parser.parse(text), path, newId);
}

const toScenario = (path: string, { name, tags, steps }: Pickle): Scenario => ({
  place: `${path}: ${name}`,
  name,
  requirements: tags.flatMap((tag) => REQUIREMENT_TAG.exec(tag.name)?.[1] ?? []),
  steps: steps.map(({ text }) => text),
});
