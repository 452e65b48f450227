import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_FEATURES, plan, type Selection } from './cucumber.ts';
import { HarnessError } from './errors.ts';
import { near } from './near.ts';
import { packageRoot } from './package-root.ts';
import { featureId, slug } from './scenario-identity.ts';
import { insistOnTags } from './tags.ts';

export interface SelectionOptions {
  readonly tags?: string | undefined;
  /** Only scenarios that cite one of these. */
  readonly requirements?: readonly string[] | undefined;
  readonly scenario?: string | undefined;
  /** Only these, by their stable ids. */
  readonly scenarios?: readonly string[] | undefined;
  readonly order?: string | undefined;
  /** `I/N`. */
  readonly shard?: string | undefined;
}

/**
 * What Cucumber must run. One scenario is selected by its line, found from its stable id. What somebody named, tags or
 * a scenario, must be there.
 * @throws HarnessError `UNKNOWN_SCENARIO`, `TAGS_NOT_READ`, `UNKNOWN_TAG` or `NO_SCENARIO`
 */
export async function selectionOf(options: SelectionOptions): Promise<Selection> {
  const { tags = '', requirements, scenario, scenarios, order = 'defined', shard } = options;
  const cited = requirements?.map((id) => `@${id}`).join(' or ') ?? '';
  const both = tags && cited ? `(${tags}) and (${cited})` : tags || cited;
  const named = scenario === undefined ? scenarios : [scenario];
  const paths = named ? await Promise.all(named.map(pathOfScenario)) : filesCiting(requirements);
  if (tags !== '') await insistOnTags(tags, { paths, tags: both, order: 'defined' });
  return { paths, tags: both, order, shard };
}

/** The files that cite one of these requirements: Cucumber would read, parse and tell of all others for nothing. */
function filesCiting(requirements: readonly string[] | undefined): string[] {
  if (!requirements) return [];
  return globSync(ALL_FEATURES, { cwd: packageRoot })
    .sort()
    .filter((file) => requirements.some((id) => textOf(file).includes(`@${id}`)));
}

async function pathOfScenario(id: string): Promise<string> {
  const ids = await scenarioLines();
  const path = ids.get(id);
  if (path !== undefined) return path;
  const [feature] = id.split('#');
  const beside = [...ids.keys()].filter((known) => known.startsWith(`${feature}#`)).slice(0, 5);
  const alike = near(id, ids.keys());
  const proposed = alike.length > 0 ? alike : beside;
  throw new HarnessError(
    'UNKNOWN_SCENARIO',
    `Le scénario « ${id} » n'existe pas.`,
    proposed.length > 0
      ? `Voulez-vous dire : ${proposed.join(', ')} ?`
      : "Prenez l'identifiant d'un rapport.",
  );
}

let known: Promise<ReadonlyMap<string, string>> | undefined;

/** Every scenario id with `file:line`, read once per process. */
export function scenarioLines(): Promise<ReadonlyMap<string, string>> {
  known ??= readScenarioLines();
  return known;
}

async function readScenarioLines(): Promise<ReadonlyMap<string, string>> {
  const planned = await plan({ paths: [], tags: '', order: 'defined' });
  const ids = new Map<string, string>();
  const rows = new Map<string, number>();
  for (const { uri, location } of planned) {
    const { name, line } = titleAbove(linesOf(uri), location.line);
    const base = `${featureId(uri)}#${slug(name)}`;
    const row = (rows.get(`${uri}:${line}`) ?? 0) + 1;
    rows.set(`${uri}:${line}`, row);
    ids.set(line === location.line ? base : `${base}/${row}`, `${uri}:${location.line}`);
  }
  return ids;
}

/** Ids of all scenarios. */
export const scenarioIds = async (): Promise<ReadonlySet<string>> => new Set((await scenarioLines()).keys());

const textOf = (uri: string): string => readFileSync(join(packageRoot, uri), 'utf8');
const linesOf = (uri: string): string[] => textOf(uri).split('\n');

/** The title line of a scenario: its own line, or the one above the row of examples it comes from. */
function titleAbove(lines: readonly string[], from: number): { name: string; line: number } {
  for (let line = from; line > 0; line -= 1) {
    const [, name] =
      /^\s*(?:Scénario|Exemple|Plan du [Ss]cénario)\s*:(.*)$/.exec(lines[line - 1] ?? '') ?? [];
    if (name !== undefined) return { name, line };
  }
  return { name: '', line: from };
}
